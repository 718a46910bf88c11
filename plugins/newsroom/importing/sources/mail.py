"""Words pasted from a mail: its header, what it answers, its signature, lines cut at 72 letters."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ...domain.names.titles import without_titles
from ...domain.text.dates import NotADate, find_date
from ..handed_in.plain_words import bare, plain
from ..handed_in.taken_off import TakenOff, Tells

_FROM, _SUBJECT = ("from", "tu", "nguoi gui"), ("subject", "chu de", "tieu de")
_SENT = ("date", "sent", "ngay", "ngay gui", "gui luc", "da gui", "gui")
_TO = ("to", "cc", "bcc", "reply-to", "den", "toi", "nguoi nhan", "tra loi", "dinh kem")
_LABEL = re.compile(r"^\*?([A-Za-zÀ-ỹ -]{2,12}?)\s*\*?[:：]\*?\s*(.*)$")
_FORWARDED = re.compile(
    r"-{2,} ?(?:forwarded message|thu (?:da )?(?:duoc )?chuyen tiep|tin nhan (?:da )?chuyen tiep)"
    r" ?-{2,}|begin forwarded message ?:"
)
_ANSWERED = re.compile(
    r"-{2,} ?(?:original message|thu goc|tin nhan goc) ?-{2,}"
    r"|(?:vao|on) .{6,120}(?:da viet|wrote) ?:"
)
_PHONE = re.compile(
    r"(?:da )?(?:gui|sent|duoc gui) (?:tu|from) .{0,40}(?:iphone|ipad|android|samsung|zalo|yahoo"
    r"|outlook|mail|oppo|xiaomi|dien thoai).{0,30}|(?:get|tai|nhan) outlook (?:for|cho) .{2,12}"
    r"|sent with .{2,30}"
)
_ITEM = re.compile(r"^\s*(?:[-–+*•·#>|]|\d{1,2}[.)/]\s+\S|[a-zđ]\)\s)")
_NARROWEST, _WIDEST = 60, 80
# In lines: Outlook puts From, Sent, To and Subject above the mail that is answered.
_OF_AN_OLD_MAIL = 2
# In words: what stands above an answered mail is then more than “Em gửi ạ”.
_FEWEST_WORDS = 40


def without_mail(text: str) -> tuple[str, list[TakenOff]]:
    """The text of a mail without what mail programs write around it, and that; others as it is."""
    lines = text.split("\n")
    taken: list[TakenOff] = []
    lines = _of_forwarded(lines, taken)
    lines = _without_header(lines, taken)
    lines = _without_answered(lines, taken)
    lines = _without_signature(lines, taken)
    is_mail = bool(taken)
    if is_mail:
        lines = [
            line for line in lines if not re.fullmatch(r"\s*>?\s*", line) or not line.strip(" >")
        ]
    return "\n".join(unwrapped(lines)).strip("\n"), taken


def _of_forwarded(lines: list[str], taken: list[TakenOff]) -> list[str]:
    """The mail that was forwarded: the article is in it, above is a word to whoever gets it."""
    start = next((n for n, line in enumerate(lines) if _FORWARDED.fullmatch(plain(line))), None)
    if start is None or len(" ".join(lines[:start]).split()) > _FEWEST_WORDS:
        return lines
    taken += [TakenOff(words=bare(line)) for line in lines[: start + 1] if bare(line)]
    return lines[start + 1 :]


def _without_header(lines: list[str], taken: list[TakenOff]) -> list[str]:
    first = next((n for n, line in enumerate(lines) if line.strip()), len(lines))
    end = _end_of_header(lines, first)
    if end == first:
        return lines
    for line in lines[first:end]:
        found = _LABEL.match(line.strip())
        taken += _fact(line, *(found.groups() if found else ("", "")))
    return lines[end:]


def _end_of_header(lines: Sequence[str], first: int) -> int:
    """The line behind the header of a mail that begins there; the same line where none does."""
    labels, n = [], first
    while n < len(lines):
        found = _LABEL.match(lines[n].strip())
        label = plain(found[1]) if found else ""
        if label in (*_FROM, *_SUBJECT, *_SENT, *_TO):
            labels.append(label)
        elif not (labels and lines[n][:1] in " \t" and lines[n].strip()):
            # A long line of addresses goes on, set in.
            break
        n += 1
    is_header = len(labels) > 1 and any(label in (*_FROM, *_TO) for label in labels)
    return n if is_header else first


def _fact(line: str, label: str, value: str) -> list[TakenOff]:
    words, label = bare(line), plain(label)
    if not words:
        return []
    if label in _FROM:
        name = re.sub(r"[<(\[].*", "", value).strip(" \"'“”") or value.strip(" <>")
        return [TakenOff(words=words, tells=Tells.AUTHOR, value=without_titles(name), is_weak=True)]
    if label in _SUBJECT:
        subject = re.sub(r"^(?:(?:re|fwd?|trả lời|chuyển tiếp)\s*:\s*)+", "", value, flags=re.I)
        return [TakenOff(words=words, tells=Tells.TITLE, value=subject.strip(), is_weak=True)]
    if label in _SENT and (day := _day(value)):
        return [TakenOff(words=words, tells=Tells.DAY, value=day, is_weak=True)]
    return [TakenOff(words=words)]


def _day(value: str) -> str:
    """The day of a mail as we write it: of `Thứ Sáu, 20 tháng 11, 2026` and of RFC 5322."""
    from email.utils import parsedate_to_datetime

    vietnamese = re.sub(r"(?i)\bthg\s*(\d+)", r"tháng \1", value)
    try:
        _, start, end = find_date(vietnamese)
    except NotADate:
        pass
    else:
        return vietnamese[start:end]
    try:
        sent = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError):
        return ""
    return f"{sent.day:02}/{sent.month:02}/{sent.year}"


def _without_answered(lines: list[str], taken: list[TakenOff]) -> list[str]:
    """The lines without the older mail below them; quoting signs gone where all is quoted."""
    quoted = sum(line.startswith(">") for line in lines)
    filled = sum(bool(line.strip()) for line in lines)
    if quoted and quoted >= 0.8 * filled:
        return [re.sub(r"^(?:> ?)+", "", line) for line in lines]
    start = next((n for n in range(1, len(lines)) if _answers(lines, n)), None)
    if start is None:
        return lines
    words = len(" ".join(lines[:start]).split())
    if words < _FEWEST_WORDS and words < len(" ".join(lines[start:]).split()):
        # A short word above a long mail: nobody can tell which is meant, so nothing goes.
        return lines
    taken += [TakenOff(words=bare(line)) for line in lines[start:] if bare(line)]
    return lines[:start]


def _answers(lines: Sequence[str], n: int) -> bool:
    joined = " ".join(lines[n : n + 2])
    if _end_of_header(lines, n) - n > _OF_AN_OLD_MAIL:
        return True
    if _ANSWERED.fullmatch(plain(lines[n])):
        return True
    if plain(lines[n]).startswith(("vao ", "on ")) and _ANSWERED.fullmatch(plain(joined)):
        return True
    below = [line for line in lines[n:] if line.strip()]
    is_quoted = bool(below) and lines[n].startswith("> ") and len(below) > 1
    return is_quoted and all(line.startswith(">") for line in below)


def _without_signature(lines: list[str], taken: list[TakenOff]) -> list[str]:
    """The lines above `-- `, without the last line that a phone adds."""
    start = next((n for n, line in enumerate(lines) if line.rstrip("\r") in ("-- ",)), len(lines))
    if start > 0 and len(lines) - start <= 12:
        taken += [TakenOff(words=bare(line)) for line in lines[start + 1 :] if bare(line)]
        lines = lines[:start]
    kept = []
    for line in lines:
        if _PHONE.fullmatch(plain(line)):
            taken.append(TakenOff(words=line.strip()))
        else:
            kept.append(line)
    return kept


def unwrapped(lines: Sequence[str]) -> list[str]:
    """The lines of each paragraph as one, where a mail program cut them (RFC 3676, format=flowed).

    Told by their width: nearly all are as full as can be, and none is longer.
    """
    width = max((len(line.rstrip()) for line in lines), default=0)
    pairs = [
        (above.rstrip(), below)
        for above, below in pairwise(lines)
        if above.strip() and below.strip() and not _ITEM.match(below)
    ]
    full = [_is_full(above, below, width) for above, below in pairs]
    is_cut = _NARROWEST <= width <= _WIDEST and len(full) > 1 and sum(full) >= 0.6 * len(full)
    if not is_cut:
        return list(lines)
    found: list[str] = []
    for number, line in enumerate(lines):
        above = lines[number - 1] if number else ""
        goes_on = (
            above.strip()
            and line.strip()
            and not _ITEM.match(line)
            and _is_full(above.rstrip(), line, width)
        )
        if goes_on and found:
            found[-1] = f"{found[-1].rstrip()} {line.strip()}"
        else:
            found.append(line)
    return found


def _is_full(above: str, below: str, width: int) -> bool:
    """True where the first word of the line below would not have fitted."""
    goes_on = below[:1].islower() or below[:1].isdigit()
    is_within = goes_on and not above.endswith((".", "!", "?", ":", ";"))
    fits_not = len(above) + 1 + len(below.split()[0]) > width - 2
    return len(above) > _NARROWEST - 15 and (fits_not or is_within)
