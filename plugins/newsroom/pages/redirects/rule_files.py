"""The files of a host's own that say where former addresses lead, made only where they change."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial

from ...domain.addresses.redirect import Redirect
from ...domain.site.host_limits import REDIRECT_FILE, RedirectLimit
from ..build.page import Page
from .apache_rules import ROOT, apache_rules, files_with_rules
from .netlify_rules import netlify_rules
from .nginx_rules import FILE, nginx_rules


def rule_files(
    base: str,
    redirects: Sequence[Redirect],
    headers: str,
    limit: RedirectLimit = REDIRECT_FILE,
) -> Iterator[Page]:
    """The files for Apache, nginx, Netlify and their like; `headers` begin that of Apache's root.

    `limit` is what hosts like Netlify read of theirs.

    Ten thousand rules take a fifth of a second, so they are written when one of them is another.
    """
    told = "".join(f"{one.former.address} {one.to} {one.page} {one.folder}\n" for one in redirects)
    key = hashlib.sha256(f"{base} {headers} {limit} {told}".encode()).hexdigest()[:24]
    apache = cache(partial(apache_rules, base, redirects))
    for path in files_with_rules(redirects):
        yield Page(path, key, partial(_of_apache, apache, path, headers if path == ROOT else ""))
    yield Page("_redirects", key, partial(netlify_rules, base, redirects, limit))
    yield Page(FILE, key, partial(nginx_rules, base, redirects))


def _of_apache(rules: Callable[[], Mapping[str, str]], path: str, headers: str) -> str:
    return headers + rules().get(path, "")
