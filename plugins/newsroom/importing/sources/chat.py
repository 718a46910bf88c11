"""Words pasted from a chat (Zalo, Messenger, Telegram, WhatsApp): who wrote what, and when."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ...domain.names.titles import without_titles
from ..handed_in.closing import looks_like_name
from ..handed_in.letterhead import day_in
from ..handed_in.plain_words import plain
from ..handed_in.taken_off import TakenOff, Tells

_WHEN = r"(?=[^\[\]]{0,40}\d{1,2}[:h/]\d)[^\[\]]{4,40}"
_CLOCK = r"\d{1,2}[:h]\d{2}(?::\d{2})?(?:\s*[APSC][MAH])?"
_DAY = r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?"
_OPENINGS = (
    # [20/11/2026 10:32] Tên: …
    re.compile(rf"^\[(?P<when>{_WHEN})\]\s*(?P<who>[^:\[\]]{{2,60}}):\s?(?P<text>.*)$"),
    # Tên, [20/11/2026 10:32]: …
    re.compile(rf"^(?P<who>[^,:\[\]]{{2,60}}),?\s*\[(?P<when>{_WHEN})\]:?\s?(?P<text>.*)$"),
    # 20/11/2026, 10:32 - Tên: …
    re.compile(
        rf"^(?P<when>{_CLOCK},?\s*{_DAY}|{_DAY},?\s*{_CLOCK})\s*[-–]?\s*"
        r"(?P<who>[^:\[\]]{2,60}):\s?(?P<text>.*)$"
    ),
)
_MEDIA = re.compile(
    r"(?:.{2,60} )?(?:da |vua )?(?:gui|sent) (?:mot|\d+|a|an|cac|ban|nhieu|kem)? ?"
    r"(?:buc |tam |tep )?"
    r"(?:anh|hinh|video|tep|file|nhan dan|sticker|photo|photos|album|danh thiep|vi tri|link)\b[^:]*"
    r"|[\[(](?:hinh anh|anh|image|photo|video|sticker|file|tep|tep tin|nhan dan|hinh|gif)[\])]"
    r"|.{0,60}(?:tin nhan da (?:duoc )?thu hoi|da thu hoi (?:mot |1 )?tin nhan)[.]?"
    r"|<(?:media omitted|da bo qua file phuong tien)>"
)
_AROUND = re.compile(
    rf"(?:{_CLOCK}|hom nay|hom qua|da xem|da nhan|da gui|da chuyen tiep|tin nhan chuyen tiep)"
    rf"(?:,? {_CLOCK})?"
)

_HOUR = re.compile(rf"(?:(?:hom nay|hom qua|luc|{_DAY}),? ?)?{_CLOCK}(?:,? (?:ngay )?{_DAY})?")
# A name, an hour and a word.
_FEWEST_LINES = 3


@dataclass(kw_only=True)
class _Said:
    who: str
    when: str
    lines: list[str]


def without_chat(text: str) -> tuple[str, list[TakenOff]]:
    """The text of a chat without its prefixes, and these; any other text as it is.

    Of several people the one who wrote most is taken; what the others said is taken off.
    """
    lines = text.split("\n")
    first = next((line for line in lines if line.strip()), "")
    if _opening(first) is None:
        # The hour of a message stands below it; elsewhere it is a line of a timetable.
        lines, of_sender = _without_sender(lines)
        filled = [number for number, line in enumerate(lines) if line.strip()]
        text, around = _without_media(
            lines, around_from=filled[-2] if len(filled) > 2 else len(lines)
        )
        return text, [*of_sender, *around]
    said, taken = _read(lines)
    letters: Counter[str] = Counter()
    for one in said:
        letters[one.who] += sum(map(len, one.lines))
    writer = letters.most_common(1)[0][0]
    kept: list[str] = []
    for one in said:
        own, around = _without_media(one.lines)
        taken += around
        if not re.search(r"\w", own):
            # 👍
            taken += [TakenOff(words=own.strip())] * bool(own.strip())
        elif one.who == writer:
            kept += [*([""] if kept else []), own]
        else:
            taken.append(TakenOff(words=f"{one.who}: {' '.join(own.split())}"))
    return "\n".join(kept).strip("\n"), [*_of_sender(said, writer), *taken]


def _without_sender(lines: list[str]) -> tuple[list[str], list[TakenOff]]:
    """The lines without a name and an hour that stand above a message, a line each."""
    filled = [number for number, line in enumerate(lines) if line.strip()]
    if len(filled) < _FEWEST_LINES:
        return lines, []
    who, when = (lines[number].strip() for number in filled[:2])
    name = without_titles(who) or who
    hours = sum(_HOUR.fullmatch(plain(line)) is not None for line in lines)
    # Several hours are those of a timetable.
    if not looks_like_name(name) or hours > 1 or not _HOUR.fullmatch(plain(when)):
        return lines, []
    of_name = TakenOff(words=who, tells=Tells.AUTHOR, value=name, is_weak=True)
    day = re.search(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}", when)
    of_hour = TakenOff(words=when, tells=Tells.DAY, value=day[0] if day else "", is_weak=True)
    return lines[filled[1] + 1 :], [of_name, of_hour]


def _of_sender(said: Sequence[_Said], writer: str) -> list[TakenOff]:
    own = next(one for one in said if one.who == writer and "".join(one.lines).strip())
    words = f"[{own.when}] {writer}"
    facts = [
        TakenOff(
            words=words, tells=Tells.AUTHOR, value=without_titles(writer) or writer, is_weak=True
        )
    ]
    found = re.search(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}", own.when)
    if found and (day := day_in(f"ngày {found[0]}")):
        facts.append(TakenOff(words=words, tells=Tells.DAY, value=day, is_weak=True))
    return facts


def _read(lines: Sequence[str]) -> tuple[list[_Said], list[TakenOff]]:
    said: list[_Said] = []
    taken: list[TakenOff] = []
    for line in lines:
        if found := _opening(line):
            said.append(
                _Said(who=found["who"].strip(), when=found["when"].strip(), lines=[found["text"]])
            )
        else:
            said[-1].lines.append(line) if said else None
    return said, taken


def _opening(line: str) -> re.Match[str] | None:
    for pattern in _OPENINGS:
        found = pattern.match(line.strip())
        if found and _is_somebody(found["who"]):
            return found
    return None


def _is_somebody(who: str) -> bool:
    name = re.sub(r"\(.*?\)|[^\w\s.]", " ", who).strip()
    parts = name.split()
    return looks_like_name(without_titles(name)) or (
        0 < len(parts) <= 6 and all(part[0].isupper() or part[0].isdigit() for part in parts)
    )


def _without_media(lines: Sequence[str], around_from: int = 0) -> tuple[str, list[TakenOff]]:
    """The lines without those that only say that a picture was sent, or when something was."""
    kept: list[str] = []
    taken: list[TakenOff] = []
    for number, line in enumerate(lines):
        said = plain(line)
        is_hour = number >= around_from and _AROUND.fullmatch(said)
        is_around = said and (_MEDIA.fullmatch(said) or is_hour)
        if is_around and len(line) <= 100:
            taken.append(TakenOff(words=line.strip()))
        else:
            kept.append(line)
    return "\n".join(kept), taken
