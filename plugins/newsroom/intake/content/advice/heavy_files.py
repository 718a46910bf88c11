"""Advice on attachments that some host would not take, where an article offers them."""

import os
import posixpath
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from ....domain.message import Message
from ....domain.problem import Level, Problem
from ....domain.site.article_record import ArticleRecord
from ....domain.site.host_limits import ALL, SMALLER, HostLimit, excesses
from ....domain.site.publication import Newsroom
from ....domain.text.vietnamese import size_in_words
from ...header.header import read_header
from ...text.text_file import UnreadableText, decode

# An article has its file in the text, a document and a video in a header line.
_FIELDS = ("files", "video")


def heavy_files(newsroom: Newsroom) -> dict[str, int]:
    """The size, by path, of each file that an item offers and that not every host takes."""
    offered = {path for record in newsroom.content_items for path in record.files}
    sizes = {path: os.path.getsize(newsroom.place(path)) for path in offered}
    return {path: size for path, size in sizes.items() if any(excesses({path: size}, ALL))}


def advise_on_heavy_files(
    newsroom: Newsroom, heavy: Mapping[str, int], limits: Collection[HostLimit]
) -> Iterator[Problem]:
    """An advice for each item that offers one of these files, on the line that does."""
    refusing = {
        path: [one.limit for one in excesses({path: size}, limits) if one.path]
        for path, size in heavy.items()
    }
    for record in newsroom.content_items:
        for path in record.files:
            if refusing.get(path):
                hosts = ", ".join(f"{one.service} {one.said}" for one in refusing[path])
                yield Problem(
                    newsroom.label(record.path),
                    _line_of(record, path, newsroom),
                    Message(
                        "NR-FILE-010",
                        f"Tệp “{posixpath.basename(path)}” nặng {size_in_words(heavy[path])}, quá"
                        f" mức một tệp mà nơi chứa trang nhận ({hosts}): sẽ không đưa lên đó được.",
                    ),
                    SMALLER,
                    Level.ADVICE,
                )


def _line_of(record: ArticleRecord, path: str, newsroom: Newsroom) -> int:
    """The line of the item that offers a file."""
    item = newsroom.read(record.path)
    lines = [r.line for r in item.body.references if r.target == path]
    if lines:
        return min(lines)
    label, name = newsroom.label(record.path), posixpath.basename(path).casefold()
    try:
        text = decode(Path(newsroom.place(record.path)).read_bytes())
    except UnreadableText:
        return 1
    header = read_header(text, label, item.content_kind)
    entries = [entry for field in _FIELDS for entry in header.entries if entry.field == field]
    naming = [entry for entry in entries if name in entry.value.casefold()]
    return (naming or entries)[0].line if entries else 1
