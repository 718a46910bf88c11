"""The search indexes of an edition, month by month, kept from build to build."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from hashlib import blake2b

from ...buildtools.cache.build_cache import BuildCache
from ...buildtools.cache.cache_forms import CachedTable, CachedValue
from ...buildtools.parallel import map_chunks
from ...domain.site.search_index import BUCKETS, SearchIndex

# The key of each month; the digests of a part's files under the key of the part.
_KEYS = CachedTable[str]("monthly_indexes", str)
_DIGESTS = CachedTable[tuple[str, tuple[str, ...]]]("shards", tuple[str, tuple[str, ...]])
# Months; making fewer is quicker than starting a second process.
WORTH_SHARING = 8


class MonthlyIndexes:
    """Makes the search index of a month once, and again only when a text of that month changed."""

    def __init__(self, build_cache: BuildCache) -> None:
        self._build_cache = build_cache
        self._keys = build_cache.cached_rows(_KEYS)
        self._digests = build_cache.cached_rows(_DIGESTS)

    def bring_up_to_date(self, keys: Mapping[str, str], make: Callable[[str], SearchIndex]) -> None:
        """Make what is missing of these months, each under its key, and forget all others."""
        self._make = make

        def make_all(months: Sequence[str]) -> list[tuple[str, SearchIndex]]:
            return [(month, make(month)) for month in months]

        stale = [month for month, key in keys.items() if self._keys.get(month) != key]
        for made in map_chunks(make_all, stale, WORTH_SHARING) if stale else ():
            for month, found in made:
                self._build_cache.set_fact(_fact(month), found)
                self._keys[month] = keys[month]
        for month in [month for month in self._keys if month not in keys]:
            self._build_cache.set_fact(_fact(month), None)
            del self._keys[month]

    def of(self, month: str) -> SearchIndex:
        found = self._build_cache.fact(_fact(month))
        if found is None or {len(found.words), len(found.pairs)} != {BUCKETS}:
            found = self._make(month)
            self._build_cache.set_fact(_fact(month), found)
        return found

    def digests(self, name: str, key: str, texts: Iterable[str]) -> Sequence[str]:
        """A digest of each of these texts; they are made only under a new key."""
        known = self._digests.get(name)
        if known is None or known[0] != key:
            digests = tuple(blake2b(text.encode(), digest_size=12).hexdigest() for text in texts)
            known = self._digests[name] = (key, digests)
        return known[1]


@cache
def _fact(month: str) -> CachedValue[SearchIndex]:
    return CachedValue(f"concordance {month}", SearchIndex)
