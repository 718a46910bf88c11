"""Old addresses that a query tells (`/?p=12`), in the rules of Apache.

In the root stands one rule for each set of names, `p` or `id nv op`: it turns the query into a
path below `chuyen-huong/`, and the plain rules lie there, where only such requests read them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ...domain.addresses.redirect import Redirect
from ...domain.section import Section
from .quoting import pattern

# The length of what a rule matches, and its line.
Rules = list[tuple[int, str]]
# Each is a pattern that every request pays for.
MOST_IN_ROOT = 200
_WORD = "[A-Za-z0-9_-]+"
_VALUE, _NAME = re.compile(rf"{_WORD}(?:[./]{_WORD})*"), re.compile(_WORD)
_ASKED = rf"{_WORD}(?:[./]{_WORD})*"
_SIGN = re.compile(r"[^A-Za-z0-9_-]")
_FRONT = r"(?:index\.(?:html?|php))?"


def query_rules(base: str, redirects: Sequence[Redirect]) -> dict[str, str]:
    """The rules by the folder whose requests they are about: empty for the root."""
    groups: dict[tuple[str, tuple[str, ...]], Rules] = defaultdict(list)
    odd: list[str] = []
    for redirect in redirects:
        if "?" not in redirect.former.address:
            continue
        path, query = redirect.former.path, redirect.former.query
        names, values = tuple(name for name, _ in query), tuple(value for _, value in query)
        if all(map(_VALUE.fullmatch, values)) and all(map(_NAME.fullmatch, names)):
            told = ",".join(values)
            groups[path, names].append((len(told), f'{told}" "{base}{redirect.to}"\n'))
        elif len(odd) < MOST_IN_ROOT:
            odd.append("".join(_odd(base, redirect)))
    if not groups and not odd:
        return {}
    found, root = [], []
    for number, ((path, names), rules) in enumerate(sorted(groups.items())):
        folder = f"{Section.REDIRECTS}/{number}"
        if any("/" in rule.partition('"')[0] for _, rule in rules):
            root.append(_slashes(base, path))
        root.append("".join(_to_folder(base, folder, path, names)))
        found += [f'Redirect 301 "{base}{folder}/{rule}' for _, rule in sorted(rules, reverse=True)]
        if path == "/":
            # The front page is there, whatever was asked of it.
            found.append(f'RedirectMatch 302 "^{pattern(base)}{folder}/" "{base}"\n')
    lines = "".join(dict.fromkeys((*odd, *root)))
    return {
        "": f"<IfModule mod_rewrite.c>\nRewriteEngine On\n{lines}</IfModule>\n",
        Section.REDIRECTS: f"<IfModule mod_alias.c>\n{''.join(found)}</IfModule>\n",
    }


def _to_folder(base: str, folder: str, path: str, names: Iterable[str]) -> Iterator[str]:
    """The rule by which a query with these names is looked for in a folder."""
    for number, name in enumerate(names):
        # Only what the last condition caught is remembered, so each hands on what was before.
        known = "".join(f"%{n}," for n in range(1, number + 1)).rstrip(",")
        caught = ",".join([f"({_ASKED})"] * number)
        before = f"{caught}&&" if number else ""
        tested = f"{known}&&%{{QUERY_STRING}}" if number else "%{QUERY_STRING}"
        yield f'RewriteCond "{tested}" "^{before}(?:.*&)?{pattern(name)}=({_ASKED})(?:&|$)"\n'
        last = number + 1
    found = ",".join(f"%{n}" for n in range(1, last + 1))
    yield f'RewriteRule "^{_asked(path)}$" "{base}{folder}/{found}?" [L]\n'


def _slashes(base: str, path: str) -> str:
    """The rule by which a query is asked once more with its slashes as they are."""
    return (
        'RewriteCond "%{QUERY_STRING}" "^(.*)%2[Ff](.*)$"\n'
        f'RewriteRule "^{_asked(path)}$" "{base[:-1]}{path}?%1/%2" [L]\n'
    )


def _odd(base: str, redirect: Redirect) -> Iterator[str]:
    """A rule of its own for a query with signs that no path can have."""
    for name, value in redirect.former.query:
        yield (
            f'RewriteCond "%{{QUERY_STRING}}" "(?:^|&){_typed(name)}={_typed(value)}(?:&|$)" [NC]\n'
        )
    target = f"{base}{redirect.to}?"
    yield f'RewriteRule "^{_asked(redirect.former.path)}$" "{target}" [R=301,L]\n'


def _asked(path: str) -> str:
    return _FRONT if path == "/" else f"{pattern(path[1:])}/?"


def _typed(text: str) -> str:
    """A pattern for a word of a query as browsers send it: percent-encoded where they like to."""

    def either(found: re.Match[str]) -> str:
        sign = found[0]
        coded = "".join(f"%{byte:02x}" for byte in sign.encode())
        plain = "".join(f"\\x{byte:02x}" for byte in sign.encode())
        return f"(?:{coded}|{plain})" if sign != " " else f"(?:{coded}|{plain}|\\x2b)"

    return _SIGN.sub(either, text)
