"""Backups of Blogger, as Cài đặt › Sao lưu wrote them and as Takeout does now."""

from html import escape

FEED = """<?xml version='1.0' encoding='UTF-8'?><?xml-stylesheet href="http://www.blogger.com/\
styles/atom.css" type="text/css"?>
<feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0'
 xmlns:app='http://purl.org/atom/app#' xmlns:blogger='http://schemas.google.com/blogger/2018'>
<id>tag:blogger.com,1999:blog-100.archive</id><title type='text'>Trường Mẫu</title>
"""
ALTERNATE = "<link rel='alternate' type='text/html' href='http://truongmau.blogspot.com/'/>"
KIND = "<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/\
blogger/2008/kind#{}'/>"


def entry(
    number,
    title,
    body,
    *,
    path="",
    kind="post",
    labels=("Hoạt động",),
    draft=False,
    author="Lan Mẫu",
    published="2019-09-05T08:30:00.000+07:00",
    is_new=False,
):
    """One entry; `is_new` as Takeout has it."""
    named = "".join(
        f"<category scheme='http://www.blogger.com/atom/ns#' term='{escape(label)}'/>"
        for label in labels
    )
    if is_new:
        what = (
            f"<blogger:type>{kind.upper()}</blogger:type>"
            f"<blogger:status>{'DRAFT' if draft else 'LIVE'}</blogger:status>"
            f"<blogger:filename>{path}</blogger:filename>"
        )
    else:
        link = f"<link rel='alternate' href='http://truongmau.blogspot.com{path}'/>" if path else ""
        hidden = "<app:control><app:draft>yes</app:draft></app:control>" if draft else ""
        what = KIND.format(kind) + link + hidden
    return (
        f"<entry><id>tag:blogger.com,1999:blog-100.post-{number}</id>"
        f"<published>{published}</published><updated>2020-01-01T00:00:00.000+07:00</updated>{what}"
        f"{named}<title type='text'>{escape(title)}</title>"
        f"<content type='html'>{escape(body)}</content>"
        f"<author><name>{author}</name></author></entry>\n"
    )


def backup(*entries, is_new=False):
    return FEED + ("" if is_new else ALTERNATE) + "".join(entries) + "</feed>\n"
