"""Finding the item that somebody names, and writing a decision into it."""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ...building.errors import BuildRefused
from ...buildtools.terminal import printed
from ...domain.message import Message
from ...domain.names.register import nearest
from ...domain.site.article_record import ArticleRecord
from ...domain.site.publication import Newsroom
from ...domain.text.vietnamese import clean
from ...intake.header.edit import CannotInsert, with_fact
from ...intake.text.text_file import UnreadableText
from ...vocabulary.fields.declaration import HeaderField


def record_at(typed: str, newsroom: Newsroom, content: Path) -> ArticleRecord:
    """The record of a file named from where the user stands, or from the repository or content.

    Raises BuildRefused with the nearest name.
    """
    known = {record.path: record for record in newsroom.content_items}
    for start in (Path.cwd(), content.parent, content):
        place = Path(os.path.normpath(start / typed))
        if place.is_relative_to(content):
            # A Mac spells file names in NFD; newsrooms know them in NFC.
            found = known.get(clean(place.relative_to(content).as_posix()))
            if found:
                return found
    names = {path.rpartition("/")[2]: path for path in sorted(known, reverse=True)}
    like = nearest(Path(typed).name, names)
    raise BuildRefused(
        Message(
            "NR-DECIDE-013",
            f"“{printed(typed)}” không phải là một bài, trang hay văn bản trong {content.name}."
            + (f"\n    → Có phải là {content.name}/{names[like]}?" if like else ""),
        )
    )


@dataclass(frozen=True, kw_only=True)
class HeaderEdit:
    """A file that is to get one line more, and all of its bytes once it has it."""

    record: ArticleRecord
    label: str
    file: Path
    content: bytes

    def write(self) -> None:
        """Put it in the file's place, all of it or nothing. Raises BuildRefused."""
        in_background = self.file.with_name(f".{self.file.name}.moi")
        try:
            in_background.write_bytes(self.content)
            in_background.chmod(self.file.stat().st_mode)
            os.replace(in_background, self.file)
        except OSError as error:
            with suppress(OSError):
                in_background.unlink(missing_ok=True)
            raise BuildRefused(
                Message(
                    "NR-DECIDE-014", f"Không ghi được vào {self.label}: {error}. Bài vẫn như cũ."
                )
            ) from error


def header_edit(
    newsroom: Newsroom, record: ArticleRecord, field: HeaderField, value: str
) -> HeaderEdit:
    """The file as it would be with one line more in its header. Raises BuildRefused."""
    file, label = Path(newsroom.place(record.path)), newsroom.label(record.path)
    try:
        content = with_fact(file.read_bytes(), field, value, record.kind)
    except OSError as error:
        raise BuildRefused(Message("NR-DECIDE-015", f"Không đọc được {label}: {error}.")) from error
    except UnreadableText as error:
        raise BuildRefused(
            error.reason.reworded(f"{label}: {error.reason}\n    → {error.hint}")
        ) from error
    except CannotInsert as error:
        raise BuildRefused(
            Message(
                "NR-DECIDE-016",
                f"{label}: phần đầu bài viết khác thường nên máy không dám ghi thêm."
                f"\n    → Mở tệp, tự thêm dòng này vào phần đầu bài:  {error}",
            )
        ) from error
    return HeaderEdit(record=record, label=label, file=file, content=content)


def write_fact(newsroom: Newsroom, record: ArticleRecord, field: HeaderField, value: str) -> None:
    """Put one line into the file's header, all of it or nothing. Raises BuildRefused."""
    header_edit(newsroom, record, field, value).write()
