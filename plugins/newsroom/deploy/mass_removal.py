"""Public addresses that a sending takes from a host: asked about, or told. Decisions 16 and 42."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime, time
from pathlib import Path
from typing import Any, NamedTuple

from ..domain.addresses.lost_address import lost_addresses
from ..domain.site.takedown import (
    HeldBack,
    ShownEdition,
    addresses_among,
    are_too_many,
    held_back,
    taken_from,
)
from ..domain.text.dates import VIETNAM
from ..verification.manifest import Manifest
from .host_list import HostList
from .hosts.host import CannotDeploy
from .sending import Steps


class RemovalConsent(NamedTuple):
    """The consent to a sending: to go over everything, or back to an earlier day.

    `command` is the line to type that goes over everything.
    """

    to_removals: bool = False
    to_an_earlier_day: bool = False
    command: str = "python3 tasks.py deploy --to … --allow-removals"


UNASKED = RemovalConsent()


def refuse_mass_removal(
    there: HostList,
    todo: Steps,
    told: Manifest,
    consent: RemovalConsent,
    ask: Callable[[], HeldBack],
) -> None:
    """Hold the edition that is to be sent against the one on the host. Raises CannotDeploy.

    Only pages that would really be deleted are counted: what the list tells is but a claim. The
    content, which says what was decided (`ask`), is read only where it makes a difference.
    """
    if consent.to_removals or there.is_fresh_start:
        return
    coming = addresses_among(told.files)
    deleted = addresses_among(path for path in todo.delete if path not in there.removed)
    stood = deleted | (coming & addresses_among(there.files))
    on = None if consent.to_an_earlier_day else there.on
    if not are_too_many(deleted, stood) and not (on and told.date < on):
        return
    last, new = ShownEdition(on=on, addresses=stood), ShownEdition(on=told.date, addresses=coming)
    found = taken_from(last, new, ask())
    if not found.is_everyday:
        from ..exports.findings.takedown import sending_in_words

        raise CannotDeploy(sending_in_words(found, consent.command))


def held_back_by(settings: Mapping[str, Any]) -> HeldBack:
    """The items that the content withholds; nothing where the settings name no content."""
    if not {"PATH", "CACHE_PATH"} <= settings.keys():
        return HeldBack()
    from ..building.publishing import evaluate_content

    return held_back(evaluate_content(Path(settings["PATH"]), Path(settings["CACHE_PATH"])))


def lost_on_host(
    there: HostList, todo: Steps, folder: Path, settings: Mapping[str, Any]
) -> Iterable[str]:
    """The lines that say which addresses go, and what keeps each; none on an everyday sending.

    Where an edition stood before, `publish` has said it. What the host's list tells is a claim,
    and only words follow from it.
    """
    from ..building.kept_editions import folder_of

    gone = addresses_among(path for path in todo.delete if path not in there.removed)
    if not gone or folder_of(folder.resolve()).is_dir() or "PATH" not in settings:
        return ()
    from ..building.publishing import evaluate_content
    from ..exports.findings.lost_addresses import lost_in_words

    content = Path(settings["PATH"])
    evaluation = evaluate_content(content, Path(settings["CACHE_PATH"]))
    shown = addresses_among(path for path in there.files if path not in there.removed)

    def renamed(lost: Collection[str], new: Collection[str]) -> Mapping[str, str]:
        from ..provenance.moved_items import moved_items

        if there.on is None:
            return {}
        evening = datetime.combine(there.on, time.max, VIETNAM).timestamp()
        return moved_items(content, "", evening, lost, new)

    last = ShownEdition(on=there.on, addresses=shown | gone)
    found = lost_addresses(last, evaluation, renamed)
    said = lost_in_words([one for one in found if one.address in gone], evaluation.newsroom)
    return said.splitlines()
