"""Finding the manuscript that somebody names, and writing a decision into it."""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ...building.errors import Refused
from ...buildtools.terminal import printed
from ...domain.content.content_item import ManuscriptKind
from ...domain.names.register import nearest
from ...domain.site.article_record import Docket
from ...domain.site.publication import Newsroom
from ...domain.text.vietnamese import clean
from ...intake.header.edit import CannotInsert, with_fact
from ...intake.text.text_file import UnreadableText


def docket_at(typed: str, newsroom: Newsroom, content: Path) -> Docket:
    """The docket of a file named from where the user stands, or from the repository or content.

    Raises Refused with the nearest name.
    """
    known = {docket.path: docket for docket in newsroom.manuscripts}
    for start in (Path.cwd(), content.parent, content):
        place = Path(os.path.normpath(start / typed))
        if place.is_relative_to(content):
            # A Mac spells file names in NFD; newsrooms know them in NFC.
            found = known.get(clean(place.relative_to(content).as_posix()))
            if found:
                return found
    names = {path.rpartition("/")[2]: path for path in sorted(known, reverse=True)}
    like = nearest(Path(typed).name, names)
    raise Refused(
        f"“{printed(typed)}” không phải là một bài, trang hay văn bản trong {content.name}."
        + (f"\n    → Có phải là {content.name}/{names[like]}?" if like else "")
    )


@dataclass(frozen=True, kw_only=True)
class HeaderEdit:
    """A file that is to get one line more, and all of its bytes once it has it."""

    docket: Docket
    label: str
    file: Path
    content: bytes

    def write(self) -> None:
        """Put it in the file's place, all of it or nothing. Raises Refused."""
        beside = self.file.with_name(f".{self.file.name}.moi")
        try:
            beside.write_bytes(self.content)
            beside.chmod(self.file.stat().st_mode)
            os.replace(beside, self.file)
        except OSError as error:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            raise Refused(f"Không ghi được vào {self.label}: {error}. Bài vẫn như cũ.") from error


def header_edit(newsroom: Newsroom, docket: Docket, field: str, value: str) -> HeaderEdit:
    """The file as it would be with one line more in its header. Raises Refused."""
    file, label = Path(newsroom.place(docket.path)), newsroom.label(docket.path)
    try:
        content = with_fact(file.read_bytes(), field, value, ManuscriptKind(docket.kind))
    except OSError as error:
        raise Refused(f"Không đọc được {label}: {error}.") from error
    except UnreadableText as error:
        raise Refused(f"{label}: {error.reason}\n    → {error.hint}") from error
    except CannotInsert as error:
        raise Refused(
            f"{label}: phần đầu bài viết khác thường nên máy không dám ghi thêm."
            f"\n    → Mở tệp, tự thêm dòng này vào phần đầu bài:  {error}"
        ) from error
    return HeaderEdit(docket=docket, label=label, file=file, content=content)


def write_fact(newsroom: Newsroom, docket: Docket, field: str, value: str) -> None:
    """Put one line into the file's header, all of it or nothing. Raises Refused."""
    header_edit(newsroom, docket, field, value).write()
