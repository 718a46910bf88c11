"""The parts around an article: what to read next, ways to pass it on, words for machines."""

import json
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from ...domain.plan.school import School
from ...domain.site.article_record import ArticleRecord
from ...vocabulary import labels
from ..build.link import Link
from ..build.site import Site
from .views import ArticleView, moment, updated

OF_CATEGORY = 2


def older_alike(articles: Sequence[ArticleRecord]) -> list[tuple[ArticleRecord, ...]]:
    """For each article, newest first: two older ones of its category, one of its first group.

    Looks only back, so a new article changes no older page. Leaves out the very next article,
    which the way to the one before leads to anyway. Every build does this for every article.
    """
    found: list[tuple[ArticleRecord, ...]] = []
    by_category: dict[str, tuple[ArticleRecord, ...]] = {}
    by_group: dict[str, tuple[ArticleRecord, ...]] = {}
    before: ArticleRecord | None = None
    for article in reversed(articles):
        category, groups = article.category.code, article.groups
        of_category = by_category.get(category, ())
        is_next = bool(of_category) and of_category[0] is before
        alike = of_category[is_next : is_next + OF_CATEGORY]
        for other in by_group.get(groups[0].code, ()) if groups else ():
            # As things: whether two records say the same takes a hundred times as long.
            if not any(other is one for one in (before, *alike)):
                alike = (*alike, other)
                break
        found.append(alike)
        by_category[category] = (article, *of_category[:OF_CATEGORY])
        for group in groups:
            by_group[group.code] = (article, *by_group.get(group.code, ())[: OF_CATEGORY + 1])
        before = article
    found.reverse()
    return found


def share_links(article: ArticleView, school: School) -> tuple[Link, ...]:
    """Whole addresses that pass an article on, without a script of anybody's."""
    address = f"{school.site_url}/{article.url}"
    # The form in which Zalo's own button names a page.
    page = b64encode(json.dumps({"url": address}).encode()).decode()
    subject, at = quote(article.title, safe=""), quote(address, safe="")
    return (
        Link("Zalo", f"https://button-share.zalo.me/share_external?d={quote(page, safe='')}"),
        Link("Facebook", f"https://www.facebook.com/sharer/sharer.php?u={at}"),
        Link(labels.EMAIL, f"mailto:?subject={subject}&body={subject}%0D%0A{at}"),
    )


def structured_article(article: ArticleRecord, view: ArticleView, site: Site) -> Markup:
    """The article as schema.org knows it: NewsArticle, its publisher, the way to it."""
    address = f"{site.school.site_url}/{view.url}"
    steps = [Link(labels.HOME, ""), view.category, Link(view.title, view.url)]
    return json_ld(
        {
            "@type": "NewsArticle",
            "@id": address,
            "mainEntityOfPage": address,
            "headline": view.title,
            "description": view.summary,
            "inLanguage": "vi",
            "articleSection": view.category.name,
            "datePublished": moment(article),
            "dateModified": updated(article),
            "image": _image(view, site.school),
            "video": _video(article, view, site.school),
            "author": [_person(author, site.school) for author in view.authors],
            "publisher": _publisher(site.school),
        },
        {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": n,
                    "name": step.name,
                    "item": f"{site.school.site_url}/{step.url}",
                }
                for n, step in enumerate(steps, 1)
            ],
        },
    )


def organization(school: School) -> Mapping[str, Any]:
    """All that the front page says of the school."""
    return {
        **_publisher(school),
        "address": school.address,
        "telephone": school.phone,
        "email": school.email,
        "sameAs": [c.link for c in school.channels if c.link.startswith("http")],
    }


def _publisher(school: School) -> Mapping[str, Any]:
    return {
        "@type": "EducationalOrganization",
        "@id": f"{school.site_url}/",
        "name": school.name,
        "url": f"{school.site_url}/",
        "logo": f"{school.site_url}/theme/logo.svg",
    }


def json_ld(*things: Mapping[str, Any]) -> Markup:
    """Things for machines, safe inside <script>: no sign in them can end it."""
    graph = {"@context": "https://schema.org", "@graph": [dict(_told(thing)) for thing in things]}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


def _told(thing: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The facts of a thing that are known."""
    for name, value in thing.items():
        if value:
            yield name, dict(_told(value)) if isinstance(value, Mapping) else value


def _image(view: ArticleView, school: School) -> Mapping[str, Any]:
    if not view.shared:
        return {}
    return {
        "@type": "ImageObject",
        "url": f"{school.site_url}/{view.shared.url}",
        "width": view.shared.width,
        "height": view.shared.height,
    }


def _video(article: ArticleRecord, view: ArticleView, school: School) -> Mapping[str, Any]:
    """A video of ours that has a picture; of a video elsewhere nobody told us since when it is."""
    if not (view.video and view.video.file and view.cover):
        return {}
    return {
        "@type": "VideoObject",
        "name": view.title,
        "description": view.summary or view.title,
        "thumbnailUrl": f"{school.site_url}/{view.cover.url}",
        "uploadDate": moment(article),
        "contentUrl": f"{school.site_url}/{view.video.file.url}",
    }


def _person(author: Link, school: School) -> Mapping[str, Any]:
    url = f"{school.site_url}/{author.url}" if author.url else ""
    return dict(_told({"@type": "Person", "name": author.name, "url": url}))
