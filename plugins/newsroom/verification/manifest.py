"""manifest.json: every file of a verified public edition. Its form: docs/dinh-dang/manifest.md."""

import hashlib
import json
import re
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from ..domain.takedown import ITEM, LastEdition, addresses_among, without_lists
from .edition import MANIFEST, files_in

SCHEMA = 1
_HEAD = re.compile(r'\{"schema": 1, "edition": "public", "date": "(\d{4}-\d\d-\d\d)"')
_SHOWN = re.compile(rf'"path": "({ITEM})index\.html"')
_REMOVED = '\n], "removed": ['


class NotVerified(Exception):
    """A folder is not a verified public edition; the message says why, in Vietnamese."""


class Entry(NamedTuple):
    """A file of the edition: SHA-256 of its content, and its size in bytes."""

    sha256: str
    size: int


class Manifest(NamedTuple):
    """What an edition consists of.

    `commit` is that of the content, empty where it is not in git or differs from the commit.
    `removed` are the files that only say that something was taken down.
    """

    edition: str
    date: str
    commit: str
    files: Mapping[str, Entry]
    removed: frozenset[str] = frozenset()


def manifest_text(
    files: Mapping[str, Any], today: date, commit: str, removed: Collection[str] = ()
) -> bytes:
    """The manifest as it is written: one file a line, so that two are easily compared.

    `files` are prints by their paths; digest and size are their second and third part.
    """
    paths = sorted(files)
    together = "".join(paths)
    # Ten thousand of them: json.dumps of each would take a tenth of a build.
    is_plain = together.isascii() and together.isprintable() and not {*together} & {*'"\\'}
    in_json = [f'"{path}"' for path in paths] if is_plain else map(json.dumps, paths)
    lines = ",\n".join(
        f'{{"path": {name}, "sha256": "{files[path][1]}", "size": {files[path][2]}}}'
        for path, name in zip(paths, in_json, strict=True)
    )
    head = {"schema": SCHEMA, "edition": "public", "date": today.isoformat(), "commit": commit}
    notices = json.dumps(sorted(removed))
    return f'{json.dumps(head)[:-1]}, "files": [\n{lines}\n], "removed": {notices}}}\n'.encode()


def parse_manifest(content: bytes) -> Manifest:
    """Raises NotVerified."""
    try:
        told = json.loads(content)
        if told["schema"] != SCHEMA:
            raise NotVerified("manifest.json do một phiên bản khác của phần mềm ghi.")
        files = {f["path"]: Entry(f["sha256"], f["size"]) for f in told["files"]}
        removed = frozenset(map(str, told.get("removed", ())))
        return Manifest(told["edition"], told["date"], told["commit"], files, removed)
    except (ValueError, KeyError, TypeError) as error:
        raise NotVerified("manifest.json hỏng.") from error


def last_edition(folder: Path) -> LastEdition | None:
    """The edition that stands in a folder, as its manifest tells it; None where none stands.

    Asked at every publication, so the text is looked through and not parsed: of ten thousand
    articles that takes a tenth of the time. Without a manifest the folder itself is asked.
    """
    if not folder.is_dir():
        return None
    try:
        text = (folder / MANIFEST).read_text(encoding="utf-8")
        head = _HEAD.match(text)
        day = date.fromisoformat(head[1]) if head else None
    except (OSError, ValueError):
        day = None
    if day is None:
        return LastEdition(on=None, addresses=addresses_among(files_in(folder)))
    files, _, removed = text.partition(_REMOVED)
    notices = addresses_among(re.findall(r'"([^"\n]+)"', removed))
    return LastEdition(on=day, addresses=without_lists(_SHOWN.findall(files)) - notices)


def verified_edition(folder: Path) -> Manifest:
    """The manifest of a folder that holds just what was verified. Raises NotVerified."""
    place = folder / MANIFEST
    if not place.is_file():
        raise NotVerified(
            f"{folder.name} không có manifest.json: đây không phải bản công khai đã soát."
        )
    told = parse_manifest(place.read_bytes())
    if told.edition != "public":
        raise NotVerified("Đây không phải bản công khai.")
    there = {path for path in files_in(folder) if path != MANIFEST}
    for path in sorted(there - told.files.keys()):
        raise NotVerified(f"{folder.name}/{path}: tệp lạ, không có trong manifest.json.")
    for path, entry in told.files.items():
        place = folder / path
        if path not in there or place.is_symlink():
            raise NotVerified(f"{folder.name}/{path}: thiếu tệp này.")
        if hashlib.sha256(place.read_bytes()).hexdigest() != entry.sha256:
            raise NotVerified(f"{folder.name}/{path}: đã bị sửa sau khi soát.")
    return told
