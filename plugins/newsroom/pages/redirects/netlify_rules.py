"""`_redirects`: the rules of Netlify, Cloudflare Pages and GitLab Pages.

One rule a line, words between blanks. All three read percent-encoded paths, know no query, and
take `*` and `:` for patterns, which the canonical form has encoded.
"""

from collections.abc import Iterable, Iterator

from ...domain.addresses.former_address import is_file
from ...domain.addresses.redirect import Redirect
from ...domain.site.host_limits import RedirectLimit
from .quoting import MARK


def netlify_rules(base: str, redirects: Iterable[Redirect], limit: RedirectLimit) -> str:
    """The file, with as many rules as the host reads; small pages answer for the rest."""
    lines: list[str] = []
    size = len(MARK)
    for redirect in redirects:
        if "?" in redirect.former.address or redirect.is_like_living:
            continue
        rules = [f"{base[:-1]}{form} {base}{redirect.to} 301\n" for form in _forms(redirect)]
        size += sum(map(len, rules))
        if len(lines) + len(rules) > limit.rules or size > limit.largest_file:
            break
        lines += rules
    return "".join((MARK, *lines))


def _forms(redirect: Redirect) -> Iterator[str]:
    address = redirect.former.address
    yield address
    if not is_file(redirect.former.path):
        yield f"{address}/"
