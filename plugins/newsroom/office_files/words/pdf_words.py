"""The words of a PDF (ISO 32000), page by page, as far as its letters can be told."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from .passage import Allowance, Gap, Passage, Unread

# In bytes, unpacked: what draws one page.
LARGEST_PAGE, MOST_PAGES = 4_000_000, 1_500


@contextmanager
def opened_pdf(content: bytes) -> Iterator[Any]:
    """The file as pypdf reads it. Raises Unread, also for what is raised inside.

    pypdf says much to the log about files that programs write a little wrong; nobody asked.
    """
    import pypdf
    from pypdf.errors import FileNotDecryptedError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(BytesIO(content))
        if reader.is_encrypted and not _opens(reader):
            raise Unread(Gap.LOCKED)
        yield reader
    except Unread:
        raise
    except FileNotDecryptedError as error:
        raise Unread(Gap.LOCKED) from error
    except (MemoryError, RecursionError) as error:
        raise Unread(Gap.TOO_LARGE) from error
    except Exception as error:
        # Its readers raise nearly everything for a torn file.
        raise Unread(Gap.BROKEN) from error


def _opens(reader: Any) -> bool:
    """True where a locked file opens without a password: only changing it is forbidden then."""
    try:
        return bool(reader.decrypt(""))
    except Exception:
        # Some locks need a library that schools have no use for.
        return False


def words_of_pdf(content: bytes, allowance: Allowance) -> Iterator[Passage]:
    """The text of each page, what its notes say, and the names of files in it."""
    with opened_pdf(content) as reader:
        count = len(reader.pages)
        for number, page in enumerate(reader.pages, start=1):
            size = _size(page)
            if number > MOST_PAGES or size > LARGEST_PAGE:
                raise Unread(Gap.TOO_LARGE)
            allowance.spend(size)
            if text := page.extract_text().strip():
                yield Passage(f"trang {number}", text)
            for note in page.annotations or ():
                if said := str(note.get_object().get("/Contents") or "").strip():
                    yield Passage(f"ghi chú ở trang {number}", said)
        if not count:
            raise Unread(Gap.BROKEN)


def _size(page: Any) -> int:
    contents = page.get_contents()
    return len(contents.get_data()) if contents is not None else 0
