"""A file as it may go out: what it shows, without what it tells besides.

The copy is the same whenever it is made of the same file. See decision 0018.
"""

import io
import re
from collections.abc import Callable, Iterator

from ...images.image_traces import without_traces
from ...media.stripping import STRIPPED, write_stripped
from ...media.stripping_plan import Unusable
from ..package_traces import is_office
from ..parts import Parts, tag
from ..words.docx_words import MAIN as DOCUMENT
from ..words.passage import Allowance, Gap, Unread
from ..words.pptx_words import PRESENTATION
from ..words.words_of_file import DEEPEST
from ..words.xlsx_words import WORKBOOK
from .clean_docx import clean_document
from .clean_pdf import clean_pdf
from .clean_pptx import clean_presentation
from .clean_xlsx import clean_workbook
from .package import OfficePackage, removed, zipped
from .recipe import CLEANED

_PICTURES = (".jpg", ".jpeg", ".png", ".webp")
# Relationships that lead to what a file tells of people, by the last word of their kind.
_TELLING = frozenset(
    {
        *("core-properties", "extended-properties", "custom-properties", "thumbnail"),
        *("customXml", "comments", "commentsExtended", "commentsIds", "commentsExtensible"),
        *("people", "person", "threadedComment", "commentAuthors", "authors", "printerSettings"),
        *("attachedTemplate", "mailMergeSource", "mailMergeHeaderSource", "revisionHeaders"),
        *("revisionLog", "usernames", "classificationlabels", "revisionInfo"),
    }
)

_IS_ID = re.compile(r"^\{.*relationships\}")
# The elements that only lead there.
_LEADING = ("legacyDrawing", "attachedTemplate", "dataSource", "custData", "tags")


def clean(content: bytes) -> bytes | None:
    """The cleaned copy; None where the file cannot be cleaned, or not without breaking it.

    Locked and signed files are not: a signature holds for every byte.
    """
    try:
        made = _cleaned(content, Allowance(), 0)
    except Unread:
        return None
    return made if made is not None and made != content else None


def _cleaned(content: bytes, allowance: Allowance, depth: int) -> bytes | None:
    """Raises Unread; None where there is nothing that we know how to clean."""
    if b"%PDF-" in content[:1024]:
        allowance.spend(len(content))
        return clean_pdf(content)
    if content[:2] != b"PK" or depth > DEEPEST:
        return None
    parts = Parts(content, allowance)
    if any(name.startswith("_xmlsignatures/") for name in parts):
        raise Unread(Gap.LOCKED)
    if not is_office(parts):
        return _cleaned_zip(parts, depth)
    package = OfficePackage(parts)
    for name in package.naming:
        _unname(package, name, package.unrelate(name, _is_telling(package, name)))
    steps: tuple[tuple[str, Callable[[OfficePackage], None]], ...] = (
        (DOCUMENT, clean_document),
        (WORKBOOK, clean_workbook),
        (PRESENTATION, clean_presentation),
    )
    for part, step in steps:
        if part in package.parts:
            step(package)
    for name in [*package.parts]:
        made = _member(name, package.parts[name], allowance, depth)
        if made is not None and ("/media/" in name or "/embeddings/" in name):
            package.replace(name, made)
    return package.packed()


def _is_telling(package: OfficePackage, name: str) -> Callable[[str, str], bool]:
    kinds = {kind for _, kind, _ in package.related(name)}
    if "comments" in kinds and name.startswith("xl/") and "ctrlProp" not in kinds:
        # The boxes in which Excel shows them.
        return lambda kind, target: kind in _TELLING or kind == "vmlDrawing"
    return lambda kind, target: kind in _TELLING


def _unname(package: OfficePackage, name: str, gone: set[str]) -> None:
    """Take out the elements that lead to relationships which are no more."""
    root = package.tree(name) if gone and name.endswith(".xml") else None
    if root is None:
        return
    for one in [*root.iter()]:
        named = [key for key, value in one.attrib.items() if value in gone and _IS_ID.match(key)]
        if named and tag(one) == "pageSetup":
            for key in named:
                del one.attrib[key]
        elif named and tag(one) in _LEADING:
            removed(one)


def _member(name: str, content: bytes, allowance: Allowance, depth: int) -> bytes | None:
    """A file inside another one, cleaned; None where there is nothing to do."""
    lower = name.lower()
    if lower.endswith(_PICTURES):
        return without_traces(content)
    if lower.endswith(STRIPPED):
        out = io.BytesIO()
        try:
            write_stripped(io.BytesIO(content), out, lower[lower.rindex(".") :])
        except Unusable:
            return None
        return out.getvalue()
    try:
        return _cleaned(content, allowance, depth + 1) if lower.endswith(CLEANED) else None
    except Unread:
        # The others are cleaned all the same; of this one it is told.
        return None


def _cleaned_zip(parts: Parts, depth: int) -> bytes:
    def entries() -> Iterator[tuple[str, bytes]]:
        for name in parts:
            content = parts.read(name)
            cleaned = _member(name, content, parts.allowance, depth)
            yield name, content if cleaned is None else cleaned

    return zipped(entries())
