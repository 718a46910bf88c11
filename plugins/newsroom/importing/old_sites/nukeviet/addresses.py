"""The addresses under which NukeViet showed an article, by the settings of its site."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_MODULE = re.compile(r"^(?:.*_)?([a-z]{2})_([^_].*)$")


@dataclass(frozen=True, kw_only=True)
class NewsModule:
    """A module of the site in one language, as its tables are named: nv4_vi_news."""

    language: str
    name: str


def module_of(prefix: str) -> NewsModule:
    """The module of the tables that begin so.

    >>> module_of("nv4_vi_tin_tuc")
    NewsModule(language='vi', name='tin-tuc')
    """
    found = _MODULE.match(prefix)
    language, name = found.groups() if found else ("vi", prefix)
    # Tables have an underscore where the module has a dash.
    return NewsModule(language=language, name=name.replace("_", "-"))


@dataclass(frozen=True, kw_only=True)
class NukeVietAddresses:
    """The addresses of a module's articles. `aliases` are those of categories by their numbers."""

    module: str
    settings: Mapping[str, str]
    aliases: Mapping[int, str]

    def of_article(self, categories: Sequence[int], alias: str, number: int) -> tuple[str, ...]:
        """All addresses, the one that the site itself linked to first; none without an alias."""
        places = [self.aliases[one] for one in categories if one in self.aliases]
        if not alias or not places:
            return ()
        main, *others = (list(self._of_place(place, f"{alias}-{number}")) for place in places)
        # Lists of another category had a link of their own, which led to the main one.
        return tuple(dict.fromkeys([*main, *(found[0] for found in others)]))

    def _of_place(self, place: str, name: str) -> Iterator[str]:
        module = module_of(self.module)
        ending = self.settings.get("rewrite_exturl") or ".html"
        page = f"{place}/{name}{ending}"
        is_plain = self.settings.get("rewrite_enable", "1") == "0"
        long = f"/{module.language}/{module.name}/{page}"
        query = f"/index.php?language={module.language}&nv={module.name}&op={place}/{name}"
        short = []
        if self.settings.get("rewrite_op_mod", "news") == module.name:
            # The module of the front page may stand without its name.
            short.append(f"/{page}")
        if self.settings.get("rewrite_optional", "1") == "1":
            short.append(f"/{module.name}/{page}")
        if is_plain:
            yield query
        elif not self.settings:
            yield from (long, *short)
        else:
            yield from (*short, long)
        if not is_plain:
            yield query
