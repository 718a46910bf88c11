"""Finding the manuscript that somebody names, and writing a decision into it."""

import os
from pathlib import Path

from ..domain.article import ManuscriptKind
from ..domain.docket import Docket
from ..domain.matching import nearest
from ..domain.newsroom import Newsroom
from ..domain.vietnamese import clean
from ..intake.header_edit import CannotInsert, with_fact
from ..intake.text_file import UnreadableText
from ..refusal import Refused


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
        f"“{typed}” không phải là một bài, trang hay văn bản trong {content.name}."
        + (f"\n    → Có phải là {content.name}/{names[like]}?" if like else "")
    )


def write_fact(newsroom: Newsroom, docket: Docket, field: str, value: str) -> None:
    """Put one line into the file's header, all of it or nothing. Raises Refused."""
    file, label = Path(newsroom.place(docket.path)), newsroom.label(docket.path)
    try:
        old = file.read_bytes()
        new = with_fact(old, field, value, ManuscriptKind(docket.kind))
    except UnreadableText as error:
        raise Refused(f"{label}: {error.reason}\n    → {error.hint}") from error
    except CannotInsert as error:
        raise Refused(
            f"{label}: phần đầu bài viết khác thường nên máy không dám ghi thêm."
            f"\n    → Mở tệp, tự thêm dòng này vào phần đầu bài:  {error}"
        ) from error
    beside = file.with_name(f".{file.name}.moi")
    try:
        beside.write_bytes(new)
        beside.chmod(file.stat().st_mode)
        os.replace(beside, file)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise Refused(f"Không ghi được vào {label}: {error}. Bài vẫn như cũ.") from error
