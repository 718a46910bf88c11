"""Reads the file that holds the text of a source, whatever form it has, into blocks."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from ...domain.message import Message
from ...domain.text.encodings.likeness import Decoded
from ...domain.text.vietnamese import size_in_words
from ...intake.header.facts import Header
from ...intake.header.header import read_header
from ...intake.text.encoding_fix import InDoubt
from ...intake.text.text_file import LARGEST
from ...vocabulary import things
from ...vocabulary.header import field_named
from ..block import HandedText
from ..handed_in.taken_off import TakenOff
from ..opening.refusals import FileNotTaken
from ..opening.typed_words import words_in
from ..opening.word_file import word_file
from .chat import without_chat
from .handed_source import HandedFile, SourceRefused
from .mail import without_mail
from .typed_blocks import typed_text

_MARKDOWN = (".md", ".markdown", ".mdown")


@dataclass(frozen=True, kw_only=True)
class ReadSource:
    """A text as it was read: its blocks and pictures, and what was around it before that.

    `header` is the header that a Markdown file brought along.
    """

    text: HandedText
    around: tuple[TakenOff, ...] = ()
    header: Header | None = None
    notes: tuple[str, ...] = ()


def read_handed_file(file: HandedFile) -> ReadSource:
    """The text of a file. Raises SourceRefused where it is none, or of a form that is not read."""
    try:
        word = word_file(file.content, file.name or things.PASTED_WORDS)
    except FileNotTaken as error:
        raise SourceRefused(str(error)) from error
    if word:
        return ReadSource(text=_read_word(word.content, file.name), notes=word.notes)
    ending = posixpath.splitext(file.name)[1].lower()
    text, notes = _decoded(file)
    header = _own_header(text, file.name) if ending in _MARKDOWN or text.startswith("---") else None
    if header:
        return ReadSource(text=typed_text(header.body), header=header, notes=notes)
    text, of_mail = without_mail(text)
    text, of_chat = without_chat(text)
    return ReadSource(text=typed_text(text), around=(*of_mail, *of_chat), notes=notes)


def _read_word(content: bytes, name: str) -> HandedText:
    from ..word.package import UnreadableWord
    from ..word.read_word import read_word_content

    try:
        return read_word_content(content, name)
    except UnreadableWord as error:
        raise SourceRefused(str(error)) from error


def _decoded(file: HandedFile) -> tuple[str, tuple[str, ...]]:
    """The words of a typed file, in Unicode, and a sentence on the encoding that they were in."""
    if len(file.content) > LARGEST:
        raise SourceRefused(
            Message(
                "NR-FROM-014",
                f"Bài nặng {size_in_words(len(file.content))}; máy chỉ nhận tới"
                f" {size_in_words(LARGEST)} chữ.",
            )
        )
    try:
        read = words_in(file.content)
    except InDoubt as error:
        raise SourceRefused(
            Message(
                "NR-FROM-015",
                f"Không đọc được chữ của bài ({error}). Xin lưu lại bằng mã UTF-8.",
            )
        ) from error
    return read.text.replace("\r\n", "\n"), tuple(_on_letters(read))


def _on_letters(read: Decoded) -> Iterator[str]:
    """Sentences on the encoding that words were in, and on what nobody can be sure of."""
    if read.encoding and read.sure:
        yield f"Chữ lưu bằng mã {read.encoding}: đã đổi sang Unicode."
    elif read.encoding:
        yield (
            f"Có chỗ giống chữ mã {read.encoding} mà máy không chắc, nên để nguyên: đọc lại bài, gõ"
            " lại chỗ ấy."
        )


def _own_header(text: str, name: str) -> Header | None:
    header = read_header(text.replace("\r\n", "\n").replace("\r", "\n"), name)
    is_one = sum(field_named(entry.field) is not None for entry in header.entries) > 1
    return header if is_one else None
