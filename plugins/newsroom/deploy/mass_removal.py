"""Asking before a sending takes nearly everything from a host. See docs/decisions/0016."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ..domain.site.takedown import (
    HeldBack,
    ShownEdition,
    addresses_among,
    are_too_many,
    held_back,
    taken_from,
)
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
