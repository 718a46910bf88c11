"""Links to attached files, with what a reader wants to know before opening one."""

from pathlib import PurePosixPath
from typing import NamedTuple

from ...domain.text.vietnamese import size_in_words
from ...vocabulary.content import FILE_TYPES
from ..build.site import Site


class FileLink(NamedTuple):
    """A file that readers can take: its address, its name there, and “PDF, 240 KB”."""

    url: str
    name: str
    about: str


def file_link(path: str, site: Site) -> FileLink:
    url = site.pictures.files.url(path)
    ending = PurePosixPath(url).suffix.removeprefix(".")
    size = size_in_words(site.pictures.files.size(path))
    what = FILE_TYPES.get(ending, ending.upper())
    return FileLink(url, PurePosixPath(url).name, f"{what}, {size}")
