"""Files for the host: what a page may load, how long a file may be kept, whom to warn."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from urllib.parse import quote

from ...domain.addresses.redirect import Redirect
from ...domain.plan.school import School
from ..article.video import PLAYERS
from .page import Page, text_file
from .site import Site

# Nothing from another site, nothing written into a page: a text that slipped through cleaning
# still runs nothing. Only a video that somebody starts may come in a frame, and from one place.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "media-src 'self'",
        f"frame-src {PLAYERS}",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
)
HEADERS = {
    # Browsers take who may frame a page from the header alone.
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
# Files whose address holds a digest of their content.
FOR_EVER = "public, max-age=31536000, immutable"
DIGESTED_PATHS = (
    *("anh/*", "tep/*", "theme/site.*", "theme/fonts/*"),
    *("theme/lightbox.*", "theme/search.*", "theme/video.*"),
)
DIGESTED_NAMES = r"^([0-9a-f]{16}-[\w-]+\.(jpg|png|webp)|.+\.[0-9a-f]{12}\.(css|js|woff2))$"
# How long an address of the school's is believed after it last published something: RFC 9116
# advises less than a year.
BELIEVED = timedelta(days=364)


def host_files(site: Site, redirects: Sequence[Redirect] = ()) -> Iterator[Page]:
    """Headers for Netlify and Cloudflare, the same for Apache and LiteSpeed, and security.txt.

    And where former addresses lead, for each of them in its own words.

    The desk is never to be on a host; should it come to one, Apache shows it to nobody.
    """
    if site.is_desk:
        yield text_file(".htaccess", "Require all denied\n")
        return
    base = site.school.base_path
    yield text_file("_headers", _for_netlify(base))
    if redirects:
        from ..redirects.rule_files import rule_files

        yield from rule_files(base, redirects, _for_apache(base), site.redirect_limit)
    else:
        yield text_file(".htaccess", _for_apache(base))
    if has_security_txt(site.school):
        yield text_file(".well-known/security.txt", _security_txt(site))


def _for_netlify(base: str) -> str:
    everywhere = "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())
    digested = "".join(f"{base}{path}\n  Cache-Control: {FOR_EVER}\n" for path in DIGESTED_PATHS)
    return f"{base}*\n{everywhere}{digested}"


def _for_apache(base: str) -> str:
    """Only what shared hosting allows everywhere (AllowOverride FileInfo)."""
    headers = "".join(f'  Header always set {name} "{text}"\n' for name, text in HEADERS.items())
    return (
        f"ErrorDocument 404 {base}404.html\n"
        "AddCharset utf-8 .html .css .js .json .xml .txt\n"
        "<IfModule mod_alias.c>\n"
        # For deploying; it names addresses that were taken down.
        '  RedirectMatch 404 "/manifest\\.json$"\n'
        "</IfModule>\n"
        "<IfModule mod_mime.c>\n"
        "  AddType application/atom+xml .atom.xml\n"
        "  AddType font/woff2 .woff2\n"
        "</IfModule>\n"
        "<IfModule mod_headers.c>\n"
        f"{headers}"
        # A page that was taken down must not live on in browsers.
        '  Header set Cache-Control "no-cache"\n'
        f'  <FilesMatch "{DIGESTED_NAMES}">\n'
        f'    Header set Cache-Control "{FOR_EVER}"\n'
        "  </FilesMatch>\n"
        "</IfModule>\n"
        "<IfModule mod_deflate.c>\n"
        "  AddOutputFilterByType DEFLATE text/html text/css text/javascript application/json"
        " application/xml application/atom+xml image/svg+xml\n"
        "</IfModule>\n"
    )


def has_security_txt(school: School) -> bool:
    """It is read at the root of a host only, and says nothing without an address to write to."""
    return bool(school.email) and school.base_path == "/"


def _security_txt(site: Site) -> str:
    """security.txt: whom to tell of a vulnerability of the site: RFC 9116.

    It expires a year after the newest article, so it comes from the content alone, and goes out
    of date by itself when nobody looks after the site any more.
    """
    newest = site.articles[0].on if site.articles else site.plans[0].term.first
    return (
        f"Contact: mailto:{quote(site.school.email, safe='@+')}\n"
        f"Expires: {_end_of(newest + BELIEVED)}\n"
        "Preferred-Languages: vi, en\n"
        f"Canonical: {site.school.site_url}/.well-known/security.txt\n"
    )


def _end_of(day: date) -> str:
    return f"{day.isoformat()}T23:59:59+07:00"
