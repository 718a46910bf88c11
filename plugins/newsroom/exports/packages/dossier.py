"""The dossier of a year: one folder to keep and one document to print and bind. Requirement B2.

It goes upward with the year's papers, so it has no figures of individuals and nothing withheld.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from ...domain.plan.quota import Quota
from ...domain.records.dossier import by_group, documents_of
from ...domain.site.article_record import ArticleRecord
from ...domain.site.file_names import file_slug
from ...domain.site.publication import Evaluation
from ...domain.tally.reporting import Span, published_in
from ...domain.text.dates import in_numbers
from ...domain.text.vietnamese import slug
from ...vocabulary import labels
from ...vocabulary.content import DOCUMENT_TYPES
from ...vocabulary.measures import MEASURES, level_in_words
from ...vocabulary.publisher import nouns_of
from ...vocabulary.words import shown
from ..office.paper import BLANK, new_paper, paragraph, saved, table
from ..reports.article_list import list_book, list_paper, list_rows
from ..reports.tally_book import tally_csv
from .clean_image import clean_picture
from .evidence import THUMBNAIL_PIXELS, evidence, first_picture

if TYPE_CHECKING:
    from docx.document import Document

Read = Callable[[str], bytes]
BOUND = "ho-so.docx"


def dossier(
    evaluation: Evaluation, span: Span, reports: Mapping[str, bytes], read: Read
) -> dict[str, bytes]:
    """The files of the dossier by their paths in its folder.

    `reports` are the filled reports by name; `read` gives a file of the content folder.
    """
    return _Dossier(evaluation, span, reports, read).files()


class _Dossier:
    def __init__(
        self, evaluation: Evaluation, span: Span, reports: Mapping[str, bytes], read: Read
    ) -> None:
        self.evaluation, self.span, self.reports, self.read = evaluation, span, reports, read
        self.today = evaluation.publication.today
        self.school = evaluation.publication.school.on(span.day_of_papers(self.today))
        self.nouns = nouns_of(self.school)
        self.articles = published_in(span, evaluation.publication)
        self.documents = documents_of(span, evaluation.publication.documents)
        self.by_group = by_group(span, self.articles)
        pictures = dict.fromkeys(filter(None, map(first_picture, self.articles)))
        small = {path: clean_picture(read(path), THUMBNAIL_PIXELS) for path in pictures}
        self.small = {path: made for path, made in small.items() if made}

    def files(self) -> dict[str, bytes]:
        return {
            BOUND: self._bound(),
            **dict(self._attached()),
            "2-danh-muc/danh-muc.docx": list_paper(self.evaluation, self.span),
            "2-danh-muc/danh-muc.xlsx": list_book(self.evaluation, self.span),
            f"2-danh-muc/so-lieu-theo-{slug(self.nouns.group)}.csv": tally_csv(
                self.evaluation, self.span
            ).encode(),
            **{f"3-bao-cao/{name}": made for name, made in self.reports.items()},
            **dict(self._sheets()),
        }

    def _attached(self) -> Iterator[tuple[str, bytes]]:
        """The files of the documents, each under its number in the list."""
        for number, document in enumerate(self.documents, start=1):
            for file in document.document.files:
                name = PurePosixPath(file)
                plain = f"{file_slug(name.stem, 'tep')}{name.suffix.lower()}"
                yield f"1-van-ban/{number:02}-{plain}", self.read(file)

    def _sheets(self) -> Iterator[tuple[str, bytes]]:
        for group in self.span.plan.groups:
            paper = new_paper(f"Minh chứng – {group.name}", self.today)
            paragraph(paper, self.school.name.upper(), is_bold=True, is_indented=False)
            self._evidence(paper, group.name, self.by_group[group.code])
            yield f"4-minh-chung/{slug(group.code)}.docx", saved(paper, self.today)

    def _bound(self) -> bytes:
        paper = new_paper(f"Hồ sơ công tác truyền thông {self.span.period.name}", self.today)
        self._cover(paper)
        self._contents(paper)
        self._documents(paper)
        self._plan(paper)
        self._list(paper)
        paragraph(paper, "IV. BÁO CÁO", is_heading=True, is_indented=False)
        names = ", ".join(self.reports) or labels.NONE_YET
        paragraph(paper, f"In từ thư mục 3-bao-cao và đóng vào đây: {names}.")
        paragraph(
            paper,
            f"V. MINH CHỨNG TỪNG {self.nouns.group.upper()}",
            is_heading=True,
            is_indented=False,
        )
        for group in self.span.plan.groups:
            self._evidence(paper, group.name, self.by_group[group.code])
        return saved(paper, self.today)

    def _cover(self, paper: "Document") -> None:
        for words in filter(None, (self.school.parent, self.school.name)):
            paragraph(paper, words.upper(), align="center", is_bold=words == self.school.name)
        for _ in range(8):
            paragraph(paper, "")
        for words, size in (("HỒ SƠ", 26), ("CÔNG TÁC TRUYỀN THÔNG", 22)):
            paragraph(paper, words, align="center", size=size, is_bold=True)
        paragraph(paper, self.span.period.name.upper(), align="center", size=18, is_bold=True)
        for _ in range(10):
            paragraph(paper, "")
        as_of = f"Số liệu tính đến ngày {in_numbers(self.today)}"
        paragraph(paper, as_of, align="center", is_italic=True)
        _new_page(paper)

    def _contents(self, paper: "Document") -> None:
        paragraph(paper, "MỤC LỤC HỒ SƠ", align="center", is_bold=True)
        parts = (
            ("I. Quyết định, quy chế, kế hoạch", "1-van-ban", len(self.documents)),
            ("II. Kế hoạch và chỉ tiêu", BOUND, len(self.span.plan.quotas)),
            ("III. Danh mục tin bài có tác giả", "2-danh-muc", len(self.articles)),
            ("IV. Báo cáo", "3-bao-cao", len(self.reports)),
            (f"V. Minh chứng từng {self.nouns.group}", "4-minh-chung", len(self.span.plan.groups)),
        )
        rows = [(name, where, str(count), "") for name, where, count in parts]
        table(
            paper, (labels.SUBJECT, "Thư mục, tệp", "Số mục", "Tờ số"), rows, (8.0, 4.0, 2.2, 2.3)
        )
        _new_page(paper)

    def _documents(self, paper: "Document") -> None:
        paragraph(paper, "I. QUYẾT ĐỊNH, QUY CHẾ, KẾ HOẠCH", is_heading=True, is_indented=False)
        rows = [
            (
                *(str(n), shown(DOCUMENT_TYPES, d.document.type), d.document.number),
                *(in_numbers(d.on), d.document.issuer.name, d.title),
            )
            for n, d in enumerate(self.documents, start=1)
        ]
        head = ("STT", labels.TYPE, labels.NUMBER, labels.DAY, "Cơ quan ban hành", "Trích yếu")
        _table_or_none(paper, head, rows, (1.3, 2.0, 2.9, 2.4, 3.2, 4.7))

    def _plan(self, paper: "Document") -> None:
        paragraph(paper, "II. KẾ HOẠCH VÀ CHỈ TIÊU", is_heading=True, is_indented=False)
        plan = self.span.plan
        issued = in_numbers(plan.issued) if plan.issued else BLANK
        paragraph(paper, f"{plan.title}, số {plan.number or BLANK}, ngày {issued}.")
        rows = [self._quota(quota) for quota in plan.quotas]
        head = (labels.QUOTA, labels.UNIT, "Mức", labels.MEASURED_ON, labels.BASIS)
        _table_or_none(paper, head, rows, (6.6, 4.4, 2.3, 1.6, 1.6))

    def _quota(self, quota: Quota) -> tuple[str, ...]:
        names = [self.span.plan.group(code).name for code in quota.groups]
        return (
            *(quota.name, ", ".join(names) or self.nouns.whole_heading, level_in_words(quota)),
            *(shown(MEASURES, quota.measure), quota.source),
        )

    def _list(self, paper: "Document") -> None:
        paragraph(paper, "III. DANH MỤC TIN BÀI CÓ TÁC GIẢ", is_heading=True, is_indented=False)
        rows = [(*row[:5], row[8], row[10]) for row in list_rows(self.articles)]
        group = self.nouns.group_heading
        head = (
            "STT",
            labels.TITLE,
            labels.AUTHOR,
            group,
            labels.CATEGORIES,
            labels.DAY_PUBLISHED,
            labels.CARRIED,
        )
        _table_or_none(paper, head, rows, (1.2, 4.5, 2.7, 2.0, 2.0, 2.1, 2.0), size=10.5)

    def _evidence(self, paper: "Document", name: str, articles: Sequence[ArticleRecord]) -> None:
        heading = f"{name} – {self.span.period.name}: {len(articles)} tin, bài đã đăng"
        paragraph(paper, heading, is_heading=True, is_indented=False)
        if articles:
            evidence(paper, articles, self.small, self.school.site_url)
        else:
            paragraph(paper, labels.NOTHING, is_indented=False)


def _table_or_none(
    paper: "Document",
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    **form: Any,
) -> None:
    if rows:
        table(paper, head, rows, widths, **form)
    else:
        paragraph(paper, labels.NOTHING)


def _new_page(paper: "Document") -> None:
    paper.add_page_break()
