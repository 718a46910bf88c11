"""A manuscript file as it is kept between builds, and back."""

from datetime import date
from typing import Any

from ..domain.approval import Approval, Decision, DecisionKind, Decisions
from ..domain.article import Body, Reference, ReferenceKind
from ..domain.board import Role
from ..domain.problem import Level, Problem
from ..domain.video import Video
from .header import Entry, Header
from .manuscript_file import ManuscriptFile


def head_of(file: ManuscriptFile) -> tuple[Any, ...]:
    """All of it but the words of its text, as plain values."""
    return (
        tuple((entry.field, entry.value, entry.line) for entry in file.header.entries),
        tuple(
            (a.by, a.on.isoformat(), a.role.name if a.role else None, a.seal, a.line)
            for a in file.decisions.approvals
        ),
        tuple(
            (d.kind.value, d.by, d.on.isoformat() if d.on else None, d.reason, d.line)
            for d in file.decisions.others
        ),
        file.cover,
        file.gallery,
        (file.video.file, file.video.link, file.video.youtube) if file.video else (),
        file.attached,
        file.fingerprint,
        tuple((p.path, p.line, p.message, p.hint, p.level.value) for p in file.problems),
        tuple(
            (r.kind.value, r.target, r.attribute, r.fragment, r.line) for r in file.body.references
        ),
    )


def body_of(file: ManuscriptFile) -> tuple[Any, ...]:
    """The words: HTML, and numbers where a reference of the head stands."""
    numbers = iter(range(len(file.body.parts)))
    return tuple(part if isinstance(part, str) else next(numbers) for part in file.body.parts)


def file_from(path: str, label: str, head: tuple[Any, ...]) -> ManuscriptFile:
    """The file again. Its body holds references only."""
    entries, approvals, others, *shown, fingerprint, problems, references = head
    cover, gallery, video, attached = shown
    return ManuscriptFile(
        path=path,
        label=label,
        header=Header(entries=[Entry(*entry) for entry in entries]),
        body=Body(tuple(map(_reference, references))),
        decisions=Decisions(
            tuple(
                Approval(
                    by=by,
                    on=date.fromisoformat(on),
                    role=None if role is None else Role(role),
                    seal=seal,
                    line=line,
                )
                for by, on, role, seal, line in approvals
            ),
            tuple(
                Decision(
                    kind=DecisionKind(kind),
                    by=by,
                    on=date.fromisoformat(on) if on else None,
                    reason=reason,
                    line=line,
                )
                for kind, by, on, reason, line in others
            ),
        ),
        cover=cover,
        gallery=gallery,
        video=_video(*video) if video else None,
        attached=attached,
        fingerprint=fingerprint,
        problems=[
            Problem(path, line, message, hint, Level(level))
            for path, line, message, hint, level in problems
        ],
    )


def text_from(head: tuple[Any, ...], body: tuple[Any, ...]) -> Body:
    """The whole text."""
    references = head[-1]
    return Body(
        tuple(part if isinstance(part, str) else _reference(references[part]) for part in body)
    )


def _video(file: str, link: str, youtube: str) -> Video:
    return Video(file=file, link=link, youtube=youtube)


def _reference(kept: tuple[Any, ...]) -> Reference:
    kind, target, attribute, fragment, line = kept
    return Reference(
        kind=ReferenceKind(kind), target=target, attribute=attribute, fragment=fragment, line=line
    )
