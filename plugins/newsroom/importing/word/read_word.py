"""A Word file read: `read_word(path)`."""

from pathlib import Path

from ..block import HandedText
from .package import WordPackage, open_word
from .pictures import WordPictures
from .preparing.plain_document import plain_document
from .structure.blocks import blocks_of
from .structure.pieces import PieceReader
from .through_mammoth import html_of


def read_word(path: Path) -> HandedText:
    """The blocks and pictures of a .docx, and sentences on what was left. Raises UnreadableWord.

    A heading of level 0 (`<h1>`) is the title: of the style Title, or the one highest heading above
    all text. The others count from 1 (`<h2>`) without a gap, those typed in bold below the last
    that has a style. A picture is
    `<figure><img src="NAME" alt="…"><figcaption>…</figcaption></figure>`, its caption already
    found; `text` of it is the caption. Notes are the last block, in the form of the text rules
    (`fnref:1`, `fn:1`).
    """
    return _read(open_word(path))


def read_word_content(content: bytes, name: str) -> HandedText:
    """The same of a file that is not on a disk; `name` is how messages call it."""
    return _read(WordPackage(content, name))


def _read(package: WordPackage) -> HandedText:
    plain = plain_document(package)
    pictures = WordPictures(package, plain.pictures, plain.left)
    pieces = PieceReader(plain.paragraphs, pictures).pieces(html_of(plain, package.name))
    return HandedText(
        blocks=tuple(blocks_of([*pieces])),
        pictures=pictures.pictures,
        left=tuple(plain.left.sentences()),
    )
