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
    """The file, with as many rules as the host reads."""
    rules = (rule for redirect in ruled(base, redirects, limit) for rule in _rules(base, redirect))
    return "".join((MARK, *rules))


def ruled(base: str, redirects: Iterable[Redirect], limit: RedirectLimit) -> Iterator[Redirect]:
    """The redirects that the file has room for; small pages answer for the rest."""
    count, size = 0, len(MARK)
    for redirect in redirects:
        if "?" in redirect.former.address or redirect.is_like_living:
            continue
        rules = [*_rules(base, redirect)]
        count += len(rules)
        size += sum(map(len, rules))
        if count > limit.rules or size > limit.largest_file:
            return
        yield redirect


def _rules(base: str, redirect: Redirect) -> Iterator[str]:
    for form in _forms(redirect):
        yield f"{base[:-1]}{form} {base}{redirect.to} 301\n"


def _forms(redirect: Redirect) -> Iterator[str]:
    address = redirect.former.address
    yield address
    if not is_file(redirect.former.path):
        yield f"{address}/"
