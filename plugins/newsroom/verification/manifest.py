"""manifest.json: every file of a verified public edition. Its form: docs/dinh-dang/manifest.md."""

import hashlib
import json
import re
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from ..buildtools.strict_json import read_strict_json
from ..buildtools.terminal import printed_briefly
from ..domain.message import Message, UserFacingError
from ..domain.site.site_path import path_fault
from ..domain.site.takedown import ITEM, ShownEdition, addresses_among, without_lists
from .edition import MANIFEST, files_in

SCHEMA = 1
# In bytes: some four hundred thousand files.
LARGEST = 64_000_000
DIGEST = re.compile("[0-9a-f]{64}")
_WORD, _DAY = re.compile("[a-z]{1,20}"), re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_COMMIT = re.compile("(?:[0-9a-f]{40}|[0-9a-f]{64})?")
_HEAD = re.compile(r'\{"schema": 1, "edition": "public", "date": "(\d{4}-\d\d-\d\d)"')
_SHOWN = re.compile(rf'"path": "({ITEM})index\.html"')
_REMOVED = '\n], "removed": ['


class NotVerified(UserFacingError):
    """A folder is not a verified public edition; the message says why, in Vietnamese."""


class ManifestEntry(NamedTuple):
    """A file of the edition: SHA-256 of its content, and its size in bytes."""

    sha256: str
    size: int


class Manifest(NamedTuple):
    """The files of an edition, and the day of which it is.

    `commit` is that of the content, empty where it is not in git or differs from the commit.
    `removed` are the files that only say that something was taken down, `redirects` those that
    only lead on from an old address.
    """

    edition: str
    date: date
    commit: str
    files: Mapping[str, ManifestEntry]
    removed: frozenset[str] = frozenset()
    redirects: frozenset[str] = frozenset()

    @property
    def of_no_item(self) -> frozenset[str]:
        """The files that stand at the address of an item and show none."""
        return self.removed | self.redirects


def manifest_text(
    files: Mapping[str, Any],
    today: date,
    commit: str,
    removed: Collection[str] = (),
    redirects: Collection[str] = (),
) -> bytes:
    """The manifest as it is written: one file a line, so that two are easily compared.

    `files` are output files by their paths; digest and size are their second and third part.
    """
    paths = sorted(files)
    together = "".join(paths)
    # Ten thousand of them: json.dumps of each would take a tenth of a build.
    is_plain = together.isascii() and together.isprintable() and not {*together} & {*'"\\'}
    in_json = [f'"{path}"' for path in paths] if is_plain else [*map(_in_json, paths)]
    lines = ",\n".join(
        f'{{"path": {name}, "sha256": "{files[path][1]}", "size": {files[path][2]}}}'
        for path, name in zip(paths, in_json, strict=True)
    )
    head = {"schema": SCHEMA, "edition": "public", "date": today.isoformat(), "commit": commit}
    notices = json.dumps(sorted(removed))
    text = f'{json.dumps(head)[:-1]}, "files": [\n{lines}\n], "removed": {notices}'
    if redirects:
        text += f', "redirects": {json.dumps(sorted(redirects))}'
    return f"{text}}}\n".encode()


def _in_json(path: str) -> str:
    is_plain = path.isascii() and path.isprintable() and '"' not in path and "\\" not in path
    return f'"{path}"' if is_plain else json.dumps(path)


def parse_manifest(content: bytes) -> Manifest:
    """Each part in its type, or nothing: what stands in the file is a claim. Raises NotVerified."""
    try:
        told = read_strict_json(content, LARGEST)
        if told["schema"] != SCHEMA:
            raise NotVerified(
                Message("NR-VERIFY-016", "manifest.json do một phiên bản khác của phần mềm ghi.")
            )
        files = dict(map(_entry, told["files"]))
        if len(files) != len(told["files"]):
            raise NotVerified(
                Message("NR-VERIFY-017", "manifest.json hỏng: có tệp được ghi hai lần.")
            )
        return Manifest(
            _matching(_WORD, told["edition"]),
            date.fromisoformat(_matching(_DAY, told["date"])),
            _matching(_COMMIT, told["commit"]),
            files,
            frozenset(map(_path, told.get("removed", ()))),
            frozenset(map(_path, told.get("redirects", ()))),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise NotVerified(Message("NR-VERIFY-018", "manifest.json hỏng.")) from error


def _entry(told: Any) -> tuple[str, ManifestEntry]:
    size = told["size"]
    if type(size) is not int or size < 0:
        raise ValueError("no size in bytes")
    return _path(told["path"]), ManifestEntry(_matching(DIGEST, told["sha256"]), size)


def _path(value: Any) -> str:
    if fault := path_fault(value):
        raise NotVerified(
            Message(
                "NR-VERIFY-019", f"manifest.json hỏng: tên tệp “{printed_briefly(value)}” {fault}."
            )
        )
    return str(value)


def _matching(form: re.Pattern[str], value: Any) -> str:
    if not isinstance(value, str) or not form.fullmatch(value):
        raise ValueError(f"{value!r:.40} is not of the form {form.pattern}")
    return value


def last_edition(folder: Path) -> ShownEdition | None:
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
        return ShownEdition(on=None, addresses=addresses_among(files_in(folder)))
    files, _, removed = text.partition(_REMOVED)
    # Behind them, in the same form, come the pages that only lead on from an old address.
    others = addresses_among(re.findall(r'"([^"\n]+)"', removed))
    return ShownEdition(on=day, addresses=without_lists(_SHOWN.findall(files)) - others)


def verified_edition(folder: Path) -> Manifest:
    """The manifest of a folder that holds just what was verified. Raises NotVerified."""
    place = folder / MANIFEST
    if not place.is_file():
        raise NotVerified(
            Message(
                "NR-VERIFY-020",
                f"{folder.name} không có manifest.json: đây không phải bản công khai đã soát.",
            )
        )
    told = parse_manifest(place.read_bytes())
    if told.edition != "public":
        raise NotVerified(Message("NR-VERIFY-021", "Đây không phải bản công khai."))
    there = {path for path in files_in(folder) if path != MANIFEST}
    for path in sorted(there - told.files.keys()):
        raise NotVerified(
            Message("NR-VERIFY-022", f"{folder.name}/{path}: tệp lạ, không có trong manifest.json.")
        )
    for path, entry in told.files.items():
        place = folder / path
        if path not in there or place.is_symlink():
            raise NotVerified(Message("NR-VERIFY-023", f"{folder.name}/{path}: thiếu tệp này."))
        if hashlib.sha256(place.read_bytes()).hexdigest() != entry.sha256:
            raise NotVerified(
                Message("NR-VERIFY-024", f"{folder.name}/{path}: đã bị sửa sau khi soát.")
            )
    return told
