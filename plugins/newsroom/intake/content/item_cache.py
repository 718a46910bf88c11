"""An item file as it is kept between builds, and back."""

from datetime import date
from typing import NamedTuple

from ...buildtools.cache_forms import CacheForm
from ...domain.content.content_item import Body, Reference, ReferenceKind
from ...domain.content.decisions import Approval, Decision, DecisionKind, Decisions
from ...domain.content.video import Video
from ...domain.plan.board import Role
from ...domain.problem import Level, Problem
from ..header.header import Header, HeaderEntry
from .item_file import ItemFile

# Kind, target, attribute, fragment, line.
_KeptReference = tuple[ReferenceKind, str, str, str, int]
# Field, value, line.
_KeptEntry = tuple[str, str, int]
# HTML, and numbers where a reference of the head stands.
KeptBody = tuple[str | int, ...]


class KeptHead(NamedTuple):
    """All of an item file but the words of its text."""

    entries: tuple[_KeptEntry, ...]
    approvals: tuple[tuple[str, date, str | None, str, int], ...]
    others: tuple[tuple[DecisionKind, str, date | None, str, int], ...]
    cover: str
    gallery: tuple[str, ...]
    video: tuple[str, str, str] | None
    attached: tuple[str, ...]
    fingerprint: str
    problems: tuple[tuple[str, int, str, str, Level], ...]
    references: tuple[_KeptReference, ...]


# Each with the digest of the file that it was read from.
HEAD = CacheForm[tuple[bytes, KeptHead]](tuple[bytes, KeptHead])
BODY = CacheForm[tuple[bytes, KeptBody]](tuple[bytes, KeptBody])


def head_of(file: ItemFile) -> KeptHead:
    return KeptHead(
        entries=tuple((entry.field, entry.value, entry.line) for entry in file.header.entries),
        approvals=tuple(
            (a.by, a.on, a.role.name if a.role else None, a.seal, a.line)
            for a in file.decisions.approvals
        ),
        others=tuple((d.kind, d.by, d.on, d.reason, d.line) for d in file.decisions.others),
        cover=file.cover,
        gallery=file.gallery,
        video=(file.video.file, file.video.link, file.video.youtube) if file.video else None,
        attached=file.attached,
        fingerprint=file.fingerprint,
        problems=tuple((p.path, p.line, p.message, p.hint, p.level) for p in file.problems),
        references=tuple(
            (r.kind, r.target, r.attribute, r.fragment, r.line) for r in file.body.references
        ),
    )


def body_of(file: ItemFile) -> KeptBody:
    numbers = iter(range(len(file.body.parts)))
    return tuple(part if isinstance(part, str) else next(numbers) for part in file.body.parts)


def file_from(path: str, label: str, head: KeptHead) -> ItemFile:
    """The file again. Its body holds references only."""
    return ItemFile(
        path=path,
        label=label,
        header=Header(entries=[HeaderEntry(*entry) for entry in head.entries]),
        body=Body(tuple(map(_reference, head.references))),
        decisions=Decisions(
            tuple(
                Approval(by=by, on=on, role=None if role is None else Role(role), seal=seal, line=n)
                for by, on, role, seal, n in head.approvals
            ),
            tuple(
                Decision(kind=kind, by=by, on=on, reason=reason, line=line)
                for kind, by, on, reason, line in head.others
            ),
        ),
        cover=head.cover,
        gallery=head.gallery,
        video=_video(*head.video) if head.video else None,
        attached=head.attached,
        fingerprint=head.fingerprint,
        problems=[Problem(*problem) for problem in head.problems],
    )


def text_from(head: KeptHead, body: KeptBody) -> Body:
    """The whole text. Raises LookupError where the two are not of one item."""
    references = head.references
    if any(isinstance(part, int) and part < 0 for part in body):
        raise LookupError("no such reference")
    return Body(
        tuple(part if isinstance(part, str) else _reference(references[part]) for part in body)
    )


def _video(file: str, link: str, youtube: str) -> Video:
    return Video(file=file, link=link, youtube=youtube)


def _reference(kept: _KeptReference) -> Reference:
    kind, target, attribute, fragment, line = kept
    return Reference(kind=kind, target=target, attribute=attribute, fragment=fragment, line=line)
