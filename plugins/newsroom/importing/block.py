"""The pieces of a text as somebody handed it in, before it is known what each of them is."""

from dataclasses import dataclass
from enum import Enum


class BlockKind(Enum):
    """The form in which a block was set."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    TABLE = "table"
    PICTURE = "picture"
    QUOTE = "quote"
    FOOTNOTES = "footnotes"


class Alignment(Enum):
    """The side on which the lines of a block stand; justified text counts as left."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, kw_only=True)
class Block:
    """One paragraph, list, table or picture, with what its looks tell of it.

    `html` is the block as clean HTML, with its own element (`<p>`, `<ul>`, `<table>`) around it;
    a picture in it has the name of its `HandedPicture` as source. `text` is the same in plain
    words, one line a row or item, in NFC. `bold`, `italic` and `capitals` say that every letter
    of it is so. `style` is the name of Word's paragraph style as the file has it: `Title`,
    `Caption`, `Chú thích`. `in_text_box` is true for what stood in a box beside the text.
    `goes_on` is true for a line of its own in the paragraph of the block above. What was typed as
    plain text has no `html`: its `text` is read as people type.
    """

    kind: BlockKind
    html: str
    text: str
    level: int = 0
    alignment: Alignment = Alignment.LEFT
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    style: str = ""
    in_text_box: bool = False
    goes_on: bool = False


@dataclass(frozen=True, kw_only=True)
class HandedPicture:
    """A picture that was handed in: inside a file, or beside it.

    `name` is how blocks and messages call it (`image1.jpeg`, `IMG_2032.HEIC`), `content` its
    bytes as they came, `description` the alternative text that its writer gave.
    """

    name: str
    content: bytes
    description: str = ""


@dataclass(frozen=True, kw_only=True)
class HandedText:
    """All that a source holds: its blocks in order, its pictures, and what could not be read.

    `left` are sentences for the person who handed it in, in Vietnamese: "2 khung chữ …".
    """

    blocks: tuple[Block, ...]
    pictures: tuple[HandedPicture, ...] = ()
    left: tuple[str, ...] = ()
