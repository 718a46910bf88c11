"""back: shows the editions that are kept, and puts one in the place of the one that stands."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ...building.atomic_output import build_lock, staging_folder_for, tidy_up
from ...building.errors import BuildRefused
from ...building.going_back import Incomplete, objections_to, places_for, put_in_place, put_together
from ...building.kept_editions import KeptEdition, kept_editions, manifest_in
from ...domain.message import Message
from ...domain.site.takedown import addresses_among
from ...domain.text.dates import NotADate, in_numbers, parse_date
from ...exports.findings.going_back import objections_in_words
from ...verification.manifest import Manifest

NAMED = 3
_NOTHING = (
    "Chưa giữ bản nào. Mỗi lần publish làm trang đổi, máy giữ lại bản cũ; {kept} bản gần nhất ở lại"
    " trong thư mục ẩn {folder}."
)
_STANDS = Message("NR-BACK-001", "Bản ngày {day} đang đứng trong {folder}/ rồi.")
_HOW = (
    "Đặt lại một bản:  python3 tasks.py back SỐ  (hoặc ngày, ví dụ  back {day} ); rồi gửi đúng bản"
    " ấy lên máy chủ:  python3 tasks.py deploy --to …  --as-is"
)


def shown(target: Path) -> Iterator[str]:
    """The lines that tell of every edition, newest first."""
    from ...building.kept_editions import KEPT, folder_of

    target = target.resolve()
    kept, standing = kept_editions(target), manifest_in(target)
    if not kept:
        yield _NOTHING.format(kept=KEPT, folder=folder_of(target).name)
        return
    yield "Các bản của trang công khai, mới nhất trước:"
    places = places_for(target)
    others = [one for one in kept if one.manifest != standing]
    if standing:
        yield f"  đang đứng  ngày {_day(standing)}: {_counted(standing)}"
        yield from _changes(standing, others[0].manifest if others else None)
    for n, one in enumerate(others, 1):
        told = one.manifest
        made = f"{one.made:%H:%M} {in_numbers(one.made.date())}"
        is_whole = all(entry.sha256 in places for entry in told.files.values())
        lack = "" if is_whole else "  (thiếu tệp, không đặt lại được)"
        yield f"  số {one.number}  ngày {_day(told)}, dựng lúc {made}: {_counted(told)}{lack}"
        yield from _changes(told, others[n].manifest if n < len(others) else None)
    if others:
        yield _HOW.format(day=_day(others[0].manifest))


def go_back(
    settings: Mapping[str, Any], target: Path, word: str, *, allow_undecided: bool
) -> Iterator[str]:
    """Put an edition in place, whole; lines on it. Raises BuildRefused, with nothing changed."""
    target = target.resolve()
    with build_lock(Path(settings["CACHE_PATH"])):
        tidy_up(target)
        edition, standing = _chosen(target, word), manifest_in(target)
        if standing and edition.manifest == standing:
            raise BuildRefused(_STANDS.format(day=_day(standing), folder=target.name))
        with staging_folder_for(target) as staging:
            try:
                put_together(target, edition, staging)
            except Incomplete as error:
                raise BuildRefused(
                    Message(
                        "NR-BACK-002",
                        f"Bản số {edition.number} thiếu hoặc hỏng tệp {error}, nên không đặt lại"
                        " được. Chọn bản khác: gõ  python3 tasks.py back  để xem.",
                    )
                ) from None
            told = _refuse_what_was_decided(
                settings, staging, edition, allow_undecided=allow_undecided
            )
            put_in_place(staging, target)
    yield from told
    now = edition.manifest
    yield f"Đã đặt lại bản số {edition.number}, ngày {_day(now)}: {_counted(now)}."
    yield from _changes(now, standing)
    yield (
        "Gửi đúng bản này lên máy chủ:  python3 tasks.py deploy --to …  --as-is\n"
        "Lần publish tới dựng lại theo nội dung trong content/: hãy sửa chỗ nhầm trước."
    )


def refuse_to_send(settings: Mapping[str, Any], target: Path) -> None:
    """Refuse to send the edition that stands where somebody decided on a part of it since.

    Raises BuildRefused.
    """
    manifest = manifest_in(target)
    found = objections_to(settings, target, manifest) if manifest else []
    if decided := [one for one in found if one.is_decided]:
        lines = [
            Message(
                "NR-BACK-003",
                f"Không gửi {target.name}/ như đang có: trong đó có những gì nay đã có quyết định"
                " không đăng.",
            ),
            *objections_in_words(decided),
            "    → Gõ lệnh ấy không có --as-is để dựng lại rồi gửi, hoặc đặt lại một bản sau quyết"
            " định ấy:  python3 tasks.py back",
        ]
        raise BuildRefused(*lines)


def _refuse_what_was_decided(
    settings: Mapping[str, Any], folder: Path, edition: KeptEdition, *, allow_undecided: bool
) -> list[str]:
    found = objections_to(settings, folder, edition.manifest)
    if decided := [one for one in found if one.is_decided]:
        lines = [
            Message(
                "NR-BACK-004",
                f"Không đặt lại bản số {edition.number} được: trong đó có những gì nay đã có quyết"
                " định không đăng.",
            ),
            *objections_in_words(decided),
            "    → Chọn một bản sau quyết định ấy (gõ  python3 tasks.py back ), hoặc sửa chỗ nhầm"
            " trong content/ rồi  python3 tasks.py publish",
        ]
        raise BuildRefused(*lines)
    lines = objections_in_words(found)
    if lines and not allow_undecided:
        lines = [
            Message(
                "NR-BACK-005",
                f"Chưa đặt lại bản số {edition.number}: trong đó có những gì hôm nay không được"
                " đăng, tuy không ai quyết định gỡ hay trả lại.",
            ),
            *lines,
            "    → Nên sửa chỗ nhầm trong content/ rồi  python3 tasks.py publish . Cần trang cũ"
            " ngay trong lúc chờ sửa thì gõ:"
            f"  python3 tasks.py back {edition.number} --allow-undecided",
        ]
        raise BuildRefused(*lines)
    return ["Hiện lại dù hôm nay chưa được đăng:", *lines] if lines else []


def _chosen(target: Path, word: str) -> KeptEdition:
    kept = kept_editions(target)
    number = word.removeprefix("số").strip().lstrip("#")
    if number.isdecimal():
        found = [one for one in kept if one.number == int(number)]
        if not found:
            raise BuildRefused(
                Message(
                    "NR-BACK-006",
                    f"Không giữ bản số {number}. Gõ  python3 tasks.py back  để xem các bản.",
                )
            )
        return found[0]
    try:
        day = parse_date(word)
    except NotADate:
        raise BuildRefused(
            Message(
                "NR-BACK-007",
                f"“{word}” không phải là số hay ngày của một bản. Ví dụ:  python3 tasks.py back 12"
                "  hoặc  python3 tasks.py back 27/11/2026",
            )
        ) from None
    standing = manifest_in(target)
    of_day = [one for one in kept if one.manifest.date == day]
    if found := [one for one in of_day if one.manifest != standing] or of_day:
        return found[0]
    if standing and standing.date == day:
        raise BuildRefused(_STANDS.format(day=in_numbers(day), folder=target.name))
    raise BuildRefused(
        Message(
            "NR-BACK-008",
            f"Không giữ bản nào của ngày {in_numbers(day)}. Gõ  python3 tasks.py back  để xem các"
            " bản.",
        )
    )


def _day(manifest: Manifest) -> str:
    return in_numbers(manifest.date)


def _shown_in(manifest: Manifest) -> frozenset[str]:
    return addresses_among(path for path in manifest.files if path not in manifest.of_no_item)


def _counted(manifest: Manifest) -> str:
    addresses = _shown_in(manifest)
    articles = sum(address.startswith("tin-bai/") for address in addresses)
    return f"{articles} bài, {len(addresses) - articles} trang và văn bản"


def _changes(manifest: Manifest, before: Manifest | None) -> Iterator[str]:
    """The items that came and those that went, against another edition."""
    if before is None:
        return
    here, there = _shown_in(manifest), _shown_in(before)
    if come := sorted(here - there):
        yield f"      thêm {len(come)}: {_some(come)}"
    if gone := sorted(there - here):
        yield f"      bớt {len(gone)}: {_some(gone)}"
    if not come and not gone:
        yield "      cùng các bài ấy, nội dung hoặc giao diện đổi"


def _some(addresses: list[str]) -> str:
    named = ", ".join(f"/{address}" for address in addresses[:NAMED])
    return f"{named}, …" if len(addresses) > NAMED else named
