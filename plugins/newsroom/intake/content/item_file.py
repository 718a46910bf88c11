"""The file of an item: what all items have in common on the disk."""

import posixpath
from dataclasses import dataclass, field

from ...domain.addresses.former_address import FormerAddress
from ...domain.content.content_item import Body, ContentKind, ReferenceKind
from ...domain.content.decisions import Decisions
from ...domain.content.video import Video
from ...domain.message import Message
from ...domain.problem import Level, Problem
from ...domain.text.vietnamese import slug
from ...vocabulary.fields.declaration import HeaderField
from ...vocabulary.fields.shared_fields import SharedField
from ..folder.scan import kind_of
from ..header.header import Header, HeaderEntry, key_of


@dataclass
class ItemFile:
    """One Markdown file, read as far as it can be without knowing the plan.

    Nothing in it depends on another text: links and pictures are only paths yet. `attached` are
    the files that its header names, `gallery` the pictures of a folder that it names.
    """

    path: str
    label: str
    header: Header
    body: Body = field(default_factory=Body)
    decisions: Decisions = field(default_factory=Decisions)
    cover: str = ""
    gallery: tuple[str, ...] = ()
    video: Video | None = None
    attached: tuple[str, ...] = ()
    former_addresses: tuple[FormerAddress, ...] = ()
    fingerprint: str = ""
    problems: list[Problem] = field(default_factory=list)
    is_readable: bool = True
    has_text: bool = True

    def problem(
        self, entry: HeaderEntry | None, message: Message, hint: str, level: Level = Level.ERROR
    ) -> None:
        """Note a problem at that entry's line, or at the top of the file."""
        self.problems.append(Problem(self.label, entry.line if entry else 1, message, hint, level))

    @property
    def kind(self) -> ContentKind:
        return kind_of(self.path)

    def key_of(self, name: HeaderField) -> str:
        """The key under which a field is written in such a file, for messages."""
        return key_of(name, self.kind)

    @property
    def pictures(self) -> tuple[str, ...]:
        """The pictures it shows, each once: cover, text, gallery."""
        shown = (self.cover, *_of_kind(self.body, ReferenceKind.PICTURE), *self.gallery)
        return tuple(dict.fromkeys(path for path in shown if path))

    @property
    def attachments(self) -> tuple[str, ...]:
        """The files it offers, those of its header first, each once."""
        return tuple(dict.fromkeys((*self.attached, *_of_kind(self.body, ReferenceKind.FILE))))

    @property
    def shown(self) -> tuple[str, ...]:
        """Every file that it brings along: pictures, attachments, a video of ours."""
        video = (self.video.file,) if self.video and self.video.file else ()
        return (*self.pictures, *self.attachments, *video)

    @property
    def slug(self) -> str:
        """From the `slug` line or the file name, never from the title."""
        stem = posixpath.splitext(posixpath.basename(self.path))[0]
        return slug(self.header.text(SharedField.SLUG) or stem)


def _of_kind(body: Body, kind: ReferenceKind) -> dict[str, None]:
    return dict.fromkeys(r.target for r in body.references if r.kind is kind)
