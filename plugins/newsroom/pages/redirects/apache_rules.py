"""`.htaccess`: the rules of Apache and LiteSpeed, each in the folder whose requests it is about.

Such a file is read anew for every request below its folder, at about a microsecond for a plain
rule and five for a pattern. So a rule stands in the folder of its old address, where nobody but
those who come by an old link pays for it; the root, which every request reads, holds few.
See docs/decisions/0042-every-old-address-keeps-working.md.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ...domain.addresses.former_address import is_file
from ...domain.addresses.redirect import Redirect
from ...domain.section import Section
from .apache_queries import Rules, query_rules
from .quoting import MARK, pattern, quoted

# Two thousandths of a second a request; small pages answer for what is more.
MOST_IN_ROOT = 2_000
ROOT = ".htaccess"
_OF_QUERIES = (Section.REDIRECTS,)


def files_with_rules(redirects: Sequence[Redirect]) -> list[str]:
    """The paths of the files that these redirects need, told without making them."""
    is_asked = any("?" in redirect.former.address for redirect in redirects)
    folders = {redirect.folder for redirect in redirects if "?" not in redirect.former.address}
    return sorted(
        {_file_in(folder) for folder in folders | {"", *(_OF_QUERIES if is_asked else ())}}
    )


def _file_in(folder: str) -> str:
    return f"{folder}/.htaccess".lstrip("/")


def apache_rules(base: str, redirects: Sequence[Redirect]) -> dict[str, str]:
    """The files of rules, by path: `.htaccess`, `vi/news/.htaccess`."""
    rules: dict[str, Rules] = defaultdict(list)
    for redirect in redirects:
        folder = redirect.folder
        if "?" not in redirect.former.address and (folder or len(rules[""]) < MOST_IN_ROOT):
            rules[folder] += _of_path(base, redirect)
    # The first that matches counts, and a plain rule matches whatever lies below its address.
    texts = {
        folder: "".join(rule for _, rule in sorted(some, key=lambda one: -one[0]))
        for folder, some in rules.items()
    }
    made = {
        folder: f"<IfModule mod_alias.c>\n{text}</IfModule>\n" for folder, text in texts.items()
    }
    for folder, text in query_rules(base, redirects).items():
        made[folder] = text + made.get(folder, "")
    return {_file_in(folder): f"{MARK}{text}" for folder, text in made.items()}


def _of_path(base: str, redirect: Redirect) -> Iterator[tuple[int, str]]:
    """A rule, with its length, for each way in which the letters of an address may be composed."""
    path, target = redirect.former.path, f"{base}{redirect.to}"
    for form in dict.fromkeys((path, unicodedata.normalize("NFD", path))):
        way = f"{base[:-1]}{form}"
        if redirect.is_folder or redirect.is_like_living:
            yield len(way), f'RedirectMatch 301 "^{pattern(way)}/?$" "{target}"\n'
        elif is_file(path):
            yield len(way), f'Redirect 301 "{quoted(way)}" "{target}"\n'
        else:
            # What follows the address follows the target: with a slash or not, both are right.
            yield len(way), f'Redirect 301 "{quoted(way)}" "{target.rstrip("/")}"\n'
