"""Warnings for attachments that tell anything besides what they show: one for each."""

import posixpath
from collections.abc import Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING

from ...buildtools.cache.build_cache import build_cache_in
from ...buildtools.cache.cache_forms import CachedTable
from ...domain.message import Message
from ...domain.problem import Level, Problem
from ...exports.findings.file_traces import GAPS, remedy_by_hand, traces_in_words
from ...intake.content.file_lines import lines_of_files
from ...intake.folder.scan import FILES, Marks
from ...office_files.cleaning.recipe import CLEANED, RECIPE
from ...office_files.trace import TraceFindings, TraceKind
from ...office_files.words.passage import Gap

if TYPE_CHECKING:
    from ...domain.site.publication import Evaluation, Newsroom

OPENED = (*CLEANED, ".doc", ".xls", ".ppt")
# In bytes. Larger ones are not opened: they would fill the memory.
LARGEST = 100_000_000


def told_by_files(evaluation: "Evaluation", cache: Path) -> Iterator[Problem]:
    """A warning for each file that an item offers, by what it tells or could not be asked."""
    newsroom = evaluation.newsroom
    offering = [d for d in newsroom.content_items if any(_is_opened(path) for path in d.files)]
    if not offering:
        return
    build_cache = build_cache_in(cache)
    try:
        asked = _Asked(newsroom, build_cache.cached_rows(FILES), build_cache.cached_rows(TRACES))
        are_cleaned = evaluation.publication.cleans_files
        for record in offering:
            lines: dict[str, int] = {}
            errors = [p.message for p in record.problems if p.is_error]
            for path in filter(_is_opened, record.files):
                if any(f"“{posixpath.basename(path)}”" in message for message in errors):
                    # It is none of those that we can look into: that has been said.
                    continue
                if words := [*_words(path, asked, are_cleaned)]:
                    lines = lines or lines_of_files(newsroom, record)
                    label, line = newsroom.label(record.path), lines.get(path, 1)
                    for message, hint in words:
                        yield Problem(label, line, message, hint, Level.WARNING)
        asked.forget_others()
        build_cache.save()
    finally:
        build_cache.close()


def _is_opened(path: str) -> bool:
    return path.lower().endswith(OPENED)


# By the digest of a file, and for its cleaned copy the recipe's number behind it.
TRACES = CachedTable[TraceFindings]("traces", TraceFindings)


class _Asked:
    """The findings in files, each file asked once in its life."""

    def __init__(
        self,
        newsroom: "Newsroom",
        known: Mapping[str, tuple[Marks, str]],
        kept: MutableMapping[str, TraceFindings],
    ) -> None:
        self._newsroom, self._known, self._kept = newsroom, known, kept
        self._seen: set[str] = set()

    def of(self, path: str, *, is_cleaned: bool) -> TraceFindings:
        """The findings in a file, or those that its cleaned copy still has."""
        place = Path(self._newsroom.place(path))
        if place.stat().st_size > LARGEST:
            return TraceFindings(gaps=(Gap.TOO_LARGE,))
        digest = self._known[path][1] if path in self._known else ""
        key = f"{digest} {RECIPE}" if is_cleaned else str(digest)
        self._seen.add(key)
        found = self._kept.get(key) if digest else None
        if found is None:
            # Imported where there is a new file: it takes longer than a whole check.
            from ...office_files.cleaning.clean import clean
            from ...office_files.traces import traces_of

            content = place.read_bytes()
            found = traces_of(clean(content) or content) if is_cleaned else traces_of(content)
            if digest:
                self._kept[key] = found
        return found

    def forget_others(self) -> None:
        digests = {str(known[1]) for known in self._known.values()}
        for key in [key for key in self._kept if key.partition(" ")[0] not in digests]:
            del self._kept[key]


def _words(path: str, asked: _Asked, are_cleaned: bool) -> Iterator[tuple[Message, str]]:
    """The messages about a file, and what to do."""
    name, ending = posixpath.basename(path), posixpath.splitext(path)[1].lower()
    found = asked.of(path, is_cleaned=False)
    for gap in found.gaps:
        message, hint = GAPS[gap]
        yield message.format(name=name), hint
    told = [trace for trace in found.traces if trace.kind is not TraceKind.SIGNED]
    if not told:
        return
    by_hand = remedy_by_hand(ending)
    if not are_cleaned:
        yield (
            Message("NR-FILE-003", f"Tệp “{name}” còn kèm: {traces_in_words(told)}."),
            f"{by_hand}. Hoặc ghi  làm sạch tệp: có  vào kế hoạch: bản đăng tự bỏ các thứ ấy.",
        )
        return
    left = asked.of(path, is_cleaned=True).traces
    told = [trace for trace in left if trace.kind is not TraceKind.SIGNED]
    if told:
        why = "đã ký số, sửa là mất chữ ký, nên" if len(told) < len(left) else "kèm thứ mà"
        yield (
            Message(
                "NR-FILE-004",
                f"Tệp “{name}” {why} máy không tự làm sạch được: {traces_in_words(told)}.",
            ),
            f"{by_hand}; rồi chép đè lên.",
        )
