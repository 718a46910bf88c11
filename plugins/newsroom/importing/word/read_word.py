"""A Word file read: `read_word(path)`."""

from dataclasses import replace
from pathlib import Path

from ...office_files.words.passage import Gap
from ..block import HandedText
from ..opening.word_file import word_file
from .package import WordPackage, content_of, refused
from .pictures import WordPictures
from .preparing.plain_document import plain_document
from .structure.blocks import blocks_of
from .structure.pieces import PieceReader
from .through_mammoth import html_of


def read_word(path: Path) -> HandedText:
    """The blocks and pictures of a Word file, looked at before anything reads it.

    Raises FileNotTaken for what is no safe .docx, UnreadableWord for one that cannot be read.
    """
    opened = word_file(content_of(path), path.name)
    if opened is None:
        raise refused(path.name, Gap.BROKEN)
    read = read_word_content(opened.content, path.name)
    return replace(read, left=(*opened.notes, *read.left))


def read_word_content(content: bytes, name: str) -> HandedText:
    """The blocks and pictures of a .docx, and sentences on what was left. Raises UnreadableWord.

    It was looked at by `importing/opening`; `name` is how messages call it.

    A heading of level 0 (`<h1>`) is the title: of the style Title, or the one highest heading above
    all text. The others count from 1 (`<h2>`) without a gap, those typed in bold below the last
    that has a style. A picture is
    `<figure><img src="NAME" alt="…"><figcaption>…</figcaption></figure>`, its caption already
    found; `text` of it is the caption. Notes are the last block, in the form of the text rules
    (`fnref:1`, `fn:1`).
    """
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
