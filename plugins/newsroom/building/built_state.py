"""The state in which an edition was left: what it was made from, and for how long it holds."""

from datetime import datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..buildtools.cache.build_cache import build_cache_in
from ..buildtools.cache.cache_forms import CachedValue
from .errors import now_or_refused

if TYPE_CHECKING:
    from ..domain.site.publication import Evaluation


class BuiltState(NamedTuple):
    """A digest of everything that the edition was made from, and what was said of it.

    The edition holds from the minute `since` until just before `until` (ISO): in between nothing
    appears or counts otherwise.
    """

    state: str
    said: str
    since: str
    until: str

    def holds_at(self, now: datetime) -> bool:
        return self.since <= _minute(now) < self.until


def built_state_of(target: Path) -> CachedValue[BuiltState]:
    """The place of the state of the edition in a folder."""
    return CachedValue[BuiltState](f"built {target}", BuiltState)


def state_built(state: str, said: str, evaluation: "Evaluation") -> BuiltState:
    """The state of the edition that was made from this evaluation."""
    now, records = evaluation.publication.now, evaluation.newsroom.content_items
    morning = datetime.combine(now, time.min)
    since = max((record.since for record in records), default=morning)
    until = min((record.until for record in records), default=datetime.max)
    # Days left and months begun are told on many pages.
    until = min(until, morning + timedelta(days=1))
    return BuiltState(state, said, _minute(max(since, morning)), _minute(until))


class SpanWatch:
    """Asked again and again, tells once of each edition that the time it holds for is over."""

    def __init__(self, cache: Path, target: Path) -> None:
        self._cache, self._target, self._told = cache, target.resolve(), ""

    def has_ended(self) -> bool:
        build_cache = build_cache_in(self._cache, only_read=True)
        try:
            built = build_cache.fact(built_state_of(self._target))
        finally:
            build_cache.close()
        if built is None or built.holds_at(now_or_refused()) or built.until == self._told:
            return False
        # Where the next build is refused, the old state stays: it is refused once.
        self._told = built.until
        return True


def _minute(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")
