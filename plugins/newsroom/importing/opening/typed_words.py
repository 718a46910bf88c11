"""The words of a text file, or of what was pasted, in Unicode, whatever they were saved in."""

from dataclasses import replace

from ...domain.text.encodings.likeness import Decoded, by_likeness
from ...domain.text.encodings.misread_bytes import read_as_western
from ...intake.text.encoding_fix import InDoubt, converted, is_utf16


def words_in(content: bytes) -> Decoded:
    """The text of a file with what was in an old encoding in Unicode, line by line where mixed.

    `sure` is false where lines look so and stay as they were, to be told. Raises InDoubt for bytes
    that are no text in any encoding that is known.
    """
    if not is_utf16(content):
        try:
            return by_likeness(content.decode("utf-8-sig"))
        except UnicodeDecodeError:
            pass
    try:
        meant = converted(content)
    except InDoubt:
        # Lines of an old encoding among others, all saved by a program of before Unicode.
        read = by_likeness(read_as_western(content))
        if not (read.encoding and read.sure):
            raise
        return read
    assert meant, "what is UTF-8 was read above"
    read = by_likeness(meant.text.lstrip("\ufeff"))
    return replace(read, encoding=" và ".join(filter(None, (meant.was, read.encoding))))
