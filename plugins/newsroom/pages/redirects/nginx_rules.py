"""`chuyen-huong.nginx.conf`: maps of nginx from what is asked for to where it is now.

It is included outside of `server { }`; inside stands one line that asks the last map. nginx looks
up a map in no time however long it is, takes letters of any case for the same (so no page of ours
may differ from a key in nothing else), and reads the file when it is told to.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from ...domain.addresses.former_address import is_file
from ...domain.addresses.redirect import Redirect
from .quoting import MARK, pattern, quoted

FILE = "chuyen-huong.nginx.conf"
ASKED = "$truong_chuyen_huong"
_NAME = re.compile(r"[a-z0-9_]+", re.IGNORECASE)
_HEAD = """\
map_hash_bucket_size 2048;
map_hash_max_size {size};
"""


def nginx_rules(base: str, redirects: Sequence[Redirect]) -> str:
    """The whole file; empty where nothing leads anywhere."""
    if not redirects:
        return ""
    maps: dict[str, list[str]] = defaultdict(list)
    for redirect in redirects:
        for source, key in _keys(base, redirect):
            maps[source].append(f'    "{key}" "{base}{redirect.to}";\n')
    # What a query tells goes before its path alone.
    by_query = sorted(source for source in maps if source != "$uri")
    size, names, text = 2_048, [], []
    for number, source in enumerate((*by_query, "$uri")):
        rules = dict.fromkeys(maps.get(source, ()))
        names.append(f"$truong_cu_{number}")
        text.append(f'map "{source}" {names[-1]} {{\n    default "";\n{"".join(rules)}}}\n')
        while size < len(rules):
            size *= 2
    last = names.pop()
    for number, name in enumerate(reversed(names)):
        text.append(
            f'map {name} $truong_sau_{number} {{\n    default {name};\n    "" {last};\n}}\n'
        )
        last = f"$truong_sau_{number}"
    text.append(f'map "" {ASKED} {{\n    default {last};\n}}\n')
    return MARK + _HEAD.format(size=size) + "".join(text)


def _keys(base: str, redirect: Redirect) -> Iterable[tuple[str, str]]:
    """Each thing that nginx looks up for a redirect, in its words, with the value to be found."""
    former = redirect.former
    if former.query:
        yield from _of_query(base, redirect)
        return
    for path in dict.fromkeys((former.path, unicodedata.normalize("NFD", former.path))):
        way = f"{base[:-1]}{path}"
        if redirect.is_like_living:
            yield "$uri", f"~^{pattern(way)}/?$"
        else:
            yield "$uri", quoted(way)
            if not is_file(path):
                yield "$uri", quoted(f"{way}/")


def _of_query(base: str, redirect: Redirect) -> Iterable[tuple[str, str]]:
    former = redirect.former
    way = f"{base[:-1]}{former.path}"
    ways = [way, f"{way}index.html", f"{way}index.php"] if former.path == "/" else [way, f"{way}/"]
    names = [name for name, _ in former.query]
    can_be_asked = all(map(_NAME.fullmatch, names)) and len({*names}) == len(names)
    for here in ways:
        if can_be_asked:
            source = "|".join(("$uri", *(f"$arg_{name.lower()}" for name in names)))
            for safe in ("", "/", "/:,;@!'()*"):
                values = (quote(value, safe=safe) for _, value in former.query)
                yield source, quoted("|".join((here, *values)))
        else:
            yield "$uri?$args", quoted(f"{here}?{former.address.partition('?')[2]}")
