"""The memory of earlier calls in the software, so that it can be made to forget."""

import functools
import gc
import sys


def remembering() -> tuple[list, list]:
    """The caches of functions, and the values with cached properties, that there are by now."""
    things = gc.get_objects()
    caches = [
        thing
        for thing in things
        if isinstance(thing, functools._lru_cache_wrapper)
        and thing.__module__.partition(".")[0] not in sys.stdlib_module_names
    ]
    values = [
        thing
        for thing in things
        if str(type(thing).__module__).startswith("newsroom.domain") and _cached_names(type(thing))
    ]
    return caches, values


def forget(caches: list, values: list) -> None:
    """Nothing is known of earlier calls: each test comes through all that it needs."""
    for cache in caches:
        cache.cache_clear()
    for value in values:
        for name in _cached_names(type(value)) & value.__dict__.keys():
            del value.__dict__[name]


@functools.cache
def _cached_names(kind: type) -> set[str]:
    return {
        name
        for parent in kind.__mro__
        for name, value in vars(parent).items()
        if isinstance(value, functools.cached_property)
    }
