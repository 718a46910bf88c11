"""Putting an earlier edition in the place of the one that stands. See docs/decisions/0016."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..buildtools.cache.build_cache import build_cache_in
from ..buildtools.parallel import map_chunks
from ..domain.approval.blocker import BlockerKind
from ..domain.approval.consent import may_show_pictures
from ..domain.site.objection import Objection, objections
from ..domain.site.site_path import path_fault
from ..domain.site.takedown import addresses_among
from ..intake.folder.scan import Scan
from ..pages.article.renditions import Renditions, key_of_picture
from ..verification.edition import MANIFEST
from ..verification.file_reporter import TEXTS
from ..verification.inspector import WORTH_SHARING
from ..verification.manifest import Manifest
from ..verification.page_check import ending
from .atomic_output import replace_output
from .composition import scan_of
from .engine import Build
from .inspection import Inspection
from .kept_editions import (
    KeptEdition,
    folder_of,
    keep_before,
    link,
    manifest_in,
    numbers_in,
    paths_to_change,
    place_of,
)

if TYPE_CHECKING:
    from ..domain.site.publication import Evaluation

_TELLING = ("title", "words")


class Incomplete(Exception):
    """Not every file of a kept edition is there; the message names one."""


def put_together(target: Path, edition: KeptEdition, staging: Path) -> None:
    """Fill an empty folder with the files of a kept edition, each held against its digest.

    Raises Incomplete, OSError.
    """
    places = places_for(target)
    for path, entry in edition.manifest.files.items():
        found = (place for place in places[entry.sha256] if _digest_of(place) == entry.sha256)
        file = next(found, None)
        if not file or path_fault(path):
            raise Incomplete(path)
        (staging / path).parent.mkdir(parents=True, exist_ok=True)
        link(file, staging / path)
    link(place_of(folder_of(target), edition.number) / MANIFEST, staging / MANIFEST)


def put_in_place(staging: Path, target: Path) -> None:
    """Put a whole edition where another stands, which is kept."""
    keep_before(target, paths_to_change(target, staging), None)
    replace_output(staging, target)


def objections_to(settings: Mapping[str, Any], folder: Path, manifest: Manifest) -> list[Objection]:
    """Everything in an edition that is not public today, or that families refused.

    Of what somebody decided on, also every file that holds its words or pictures. The content may
    have errors: nothing is built.
    """
    from ..domain.site.publication import evaluate_site
    from ..intake.folder.content_folder import ContentFolder
    from ..intake.folder.loader import load

    build = Build(settings, folder)
    build_cache = build_cache_in(build.cache)

    def found_in() -> list[Objection]:
        scan = scan_of(settings, build_cache)
        held = evaluate_site(load(ContentFolder(scan), build.now, build_cache), build.now)
        renditions = Renditions(scan, build.cache)
        shown = [path for path in manifest.files if path not in manifest.of_no_item]
        found = [
            *objections(addresses_among(shown), held),
            *_refused(held, scan, renditions, manifest.files),
        ]
        inspection = Inspection(settings, held, scan, build_cache, renditions, (), folder)
        found += _traces(inspection, held, folder, [*manifest.files])
        return [*dict.fromkeys(found)]

    try:
        found = build_cache.whole(found_in, build.is_of_theme)
        build_cache.save()
        return found
    finally:
        build_cache.close()


def _refused(
    evaluation: "Evaluation", scan: Scan, renditions: Renditions, files: Mapping[str, Any]
) -> Iterator[Objection]:
    """The pictures and videos in an edition that families refused, or withdrew their consent to."""
    shown = {path for record in evaluation.publication.content_items for path in record.pictures}
    pictures = {path.partition("-")[0]: path for path in files if path.startswith("anh/")}
    today = evaluation.publication.today
    for record in evaluation.newsroom.articles:
        for path in record.refused:
            if path in shown or path not in scan.files:
                continue
            made = f"anh/{key_of_picture(scan.digest_of_large(path))}"
            if made in pictures:
                yield Objection(pictures[made], record.path, BlockerKind.NO_CONSENT)
        if record.pictures or record.video:
            continue
        article: Any = evaluation.newsroom.read(record.path)
        shows = may_show_pictures(article, evaluation.newsroom.plans, today)
        video = article.video.file if article.video and not shows else ""
        for url in renditions.files.every_url(video) if video in scan.files else ():
            if url in files:
                yield Objection(url, record.path, BlockerKind.NO_CONSENT)


def _traces(
    inspection: Inspection, evaluation: "Evaluation", folder: Path, paths: Sequence[str]
) -> Iterator[Objection]:
    """The files that hold the words, pictures or attachments of what somebody decided on."""
    leak_patterns, inspector = inspection.leak_patterns, inspection.inspector
    decided = {
        held.record.path: Objection("", held.record.path, reason.kind)
        for held in evaluation.withheld
        for reason in held.reasons
        if Objection("", "", reason.kind).is_decided
    }
    if not decided:
        return
    # Told once, before there are several processes.
    files = leak_patterns.files

    def look_at(some: Sequence[str]) -> list[tuple[str, Any]]:
        seen: list[tuple[str, Any]] = []
        for path in some:
            content = (folder / path).read_bytes()
            codes = (hashlib.sha256(content).hexdigest(), path)
            seen += [(path, files[code]) for code in codes if code in files]
            if ending(path.rpartition("/")[2]) in TEXTS:
                found = (
                    leak_pattern
                    for leak_pattern in leak_patterns.found_in(content)
                    if leak_pattern.kind in _TELLING
                )
                seen += [
                    (path, leak_pattern) for leak_pattern in found if leak_pattern.owner in decided
                ]
        return seen

    seen = [one for part in map_chunks(look_at, paths, WORTH_SHARING) for one in part]
    said = inspector.said_in_public({one for _, one in seen if not isinstance(one, str)})
    for path, one in seen:
        owner = one if isinstance(one, str) else one.owner
        if owner in decided and one not in said:
            yield decided[owner]._replace(address=path)


def places_for(target: Path) -> dict[str, list[Path]]:
    """The paths where files of each digest ought to lie: in the output, or in a kept edition."""
    found: dict[str, list[Path]] = defaultdict(list)
    if standing := manifest_in(target):
        for path, entry in standing.files.items():
            found[entry.sha256].append(target / path)
    folder = folder_of(target)
    for number in numbers_in(folder):
        for place in place_of(folder, number).iterdir():
            found[place.name].append(place)
    return found


def _digest_of(file: Path) -> str:
    """The SHA-256 of a file's content; empty where it cannot be read."""
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""
