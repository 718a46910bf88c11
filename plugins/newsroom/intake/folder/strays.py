"""Files of the content folder that nothing reads, though somebody meant them to be read."""

import posixpath
from collections.abc import Iterator, Sequence

from ...domain.message import Message
from ...domain.problem import Level, Problem
from ...domain.site.article_record import ArticleRecord
from .content_folder import ContentFolder
from .scan import ARTICLES, OFFICE_ENDINGS, PAGES


def unread_documents(folder: ContentFolder, records: Sequence[ArticleRecord]) -> Iterator[Problem]:
    """A warning for each office document that lies among the texts and that none of them offers."""
    found = [path for place in (ARTICLES, PAGES) for path in folder.below(place, *OFFICE_ENDINGS)]
    offered = {path for record in records for path in record.files} if found else set()
    for path in found:
        if path not in offered:
            yield Problem(
                folder.label(path),
                1,
                Message(
                    "NR-FILE-027",
                    "Máy không đọc tệp Word như một bài, và chưa bài nào gắn tệp này.",
                ),
                "Chép chữ vào một tệp .md (gõ  python3 tasks.py new), hoặc gắn tệp vào bài:"
                f"  [tên tệp]({posixpath.basename(path)})",
                Level.WARNING,
            )


def misnamed_files(folder: ContentFolder) -> Iterator[Problem]:
    """A warning for each file that no address can name."""
    for name in folder.scan.misnamed:
        shown = name.encode("utf-8", "replace").decode()
        yield Problem(
            folder.label(shown),
            1,
            Message(
                "NR-FILE-028",
                "Không đọc tệp này: tên tệp có ký tự hỏng, hoặc trùng tên một tệp khác.",
            ),
            "Đổi tên tệp: chữ không dấu, không ký tự lạ.",
            Level.WARNING,
        )
