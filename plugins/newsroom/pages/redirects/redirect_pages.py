"""The small page that leads on from a former address, for hosts that know no rules of their own."""

from collections.abc import Iterable, Iterator
from functools import partial
from html import escape

from ...domain.addresses.redirect import Redirect
from ...domain.plan.school import School
from ...vocabulary import labels
from ..build.page import Page, root_of

# It loads nothing, and so does not change with the theme; `deploy` knows it by its generator.
POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'"


def redirect_pages(school: School, redirects: Iterable[Redirect]) -> Iterator[Page]:
    """A page for each former address that a file can have."""
    name = escape(school.short_name)
    common = f"{name} {school.site_url}"
    for redirect in redirects:
        if redirect.page:
            key = f"{common} {redirect.to}"
            yield Page(redirect.page, key, partial(_html, redirect, school.site_url, name))


def _html(redirect: Redirect, site_url: str, name: str) -> str:
    way, address = f"{root_of(redirect.page)}/{redirect.to}", f"{site_url}/{redirect.to}"
    return (
        '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY, quote=False)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        '<meta name="generator" content="newsroom redirect">\n'
        f"<title>{labels.MOVED} – {name}</title>\n"
        f'<link rel="canonical" href="{escape(address)}">\n'
        f'<meta http-equiv="refresh" content="0; url={escape(way)}">\n'
        f"</head>\n<body>\n<main>\n<h1>{labels.MOVED}</h1>\n"
        f'<p><a href="{escape(way)}">{labels.OPEN_NEW_ADDRESS}</a></p>\n</main>\n</body>\n</html>\n'
    )
