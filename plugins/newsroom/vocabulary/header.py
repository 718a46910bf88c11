"""The keys of the headers of articles, pages and documents, as `fields/` declares them."""

from collections.abc import Mapping

from ..domain.content.content_item import ContentKind
from ..domain.content.decisions import DecisionKind
from ..domain.content.submission import SubmissionKind
from ..domain.text.vietnamese import fold_key
from .fields.article_fields import ArticleField
from .fields.board_fields import BoardField
from .fields.declaration import FieldDeclaration, HeaderField
from .fields.document_fields import DocumentField
from .fields.shared_fields import SharedField
from .words import Words

_ALL: tuple[HeaderField, ...] = (*SharedField, *ArticleField, *DocumentField, *BoardField)
_Declared = Mapping[HeaderField, FieldDeclaration]


def _in_order(declared: _Declared) -> _Declared:
    return dict(sorted(declared.items(), key=lambda item: item[1].place))


# What each kind of item may carry, in the order in which people write it and are told of it.
FIELDS: Mapping[ContentKind, _Declared] = {
    kind: _in_order({field: field.declared(kind) for field in _ALL if kind in field.carried_by})
    for kind in ContentKind
}


def _words(declared: _Declared) -> Words[HeaderField]:
    return {field: declaration.keys for field, declaration in declared.items()}


# The header of an article or a page: field -> keys. The two have one header, so that a page that
# was copied from an article is read, and its author told of what it does not carry.
HEADER = _words(_in_order({**FIELDS[ContentKind.PAGE], **FIELDS[ContentKind.ARTICLE]}))
# The header of a document. Its title is its abstract.
DOCUMENT_HEADER = _words(FIELDS[ContentKind.DOCUMENT])
HEADERS: Mapping[ContentKind, Words[HeaderField]] = {
    ContentKind.ARTICLE: HEADER,
    ContentKind.PAGE: HEADER,
    ContentKind.DOCUMENT: DOCUMENT_HEADER,
}

# Fields that may stand on several lines.
REPEATABLE = frozenset(field for field in _ALL if field.is_repeatable)

# Fields whose one line may name several things.
LISTS = frozenset(field for field in _ALL if field.is_list)

# What binds somebody.
DECISIONS = frozenset(field for field in _ALL if field.is_decision)

DECISION_FIELDS: Mapping[HeaderField, DecisionKind] = {
    field: field.act for field in BoardField if isinstance(field.act, DecisionKind)
}
FIELD_OF_DECISION = {kind: field for field, kind in DECISION_FIELDS.items()}
FIELD_OF_SUBMISSION: Mapping[SubmissionKind, HeaderField] = {
    field.act: field for field in BoardField if isinstance(field.act, SubmissionKind)
}

_BY_KEY = {
    kind: {fold_key(form): field for field, forms in words.items() for form in forms}
    for kind, words in HEADERS.items()
}


_BY_NAME: Mapping[str, HeaderField] = {field: field for field in _ALL}


def field_named(name: str) -> HeaderField | None:
    """The field of that name in the code, as a cache or an entry of a header has it."""
    return _BY_NAME.get(name)


def header_field(key: str, kind: ContentKind = ContentKind.ARTICLE) -> HeaderField | None:
    """The field of the header that a key means: `lookup` in HEADERS, which every line asks."""
    return _BY_KEY[kind].get(fold_key(key))


def sealed_fields(kind: ContentKind, version: int) -> tuple[HeaderField, ...]:
    """The fields that this version of the seal covers in items of a kind, in its order."""
    covered = [
        (declaration.sealed.place, field)
        for field, declaration in FIELDS[kind].items()
        if declaration.sealed and declaration.sealed.version <= version
    ]
    return tuple(field for _, field in sorted(covered))
