"""From a file to what it was handed in as: its folder tells."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...domain.content.content_item import ContentItem, ContentKind
from ...domain.content.import_decision import Imported
from ...domain.content.seal import seal_with_facts
from ...domain.content.sealed_facts import sealed_facts
from ...domain.plan.plan import Plan
from ...domain.plan.school import School
from ...vocabulary.fields.article_fields import ArticleField
from ...vocabulary.fields.shared_fields import SharedField
from ...vocabulary.header import sealed_fields
from .article_file import article_of
from .document_file import document_of
from .item_file import ItemFile
from .standing_page_file import standing_page_of


def item_of(
    file: ItemFile,
    plans: Sequence[Plan],
    school: School | None,
    *,
    plans_are_sound: bool = True,
    imported: Imported | None = None,
) -> ContentItem:
    """The article, standing page or document in a file, with its problems.

    Where a plan could not be read, names are not held against the plans. `imported` is the import
    that brought it, if one did.
    """
    item = _read(file, plans, school, imported, plans_are_sound=plans_are_sound)
    codes = sealed_facts(item)
    sealed = _sealed(file, codes)
    if imported and file.kind is ContentKind.ARTICLE:
        # A plan of another year must not change what was approved: its codes are not of then.
        as_typed = {f: code for f, code in codes.items() if f not in _OF_PLANS}
        return replace(
            item,
            fingerprint=_sealed(file, as_typed),
            former_fingerprint=file.fingerprint,
            coded_fingerprint=sealed,
        )
    return replace(item, fingerprint=sealed, former_fingerprint=file.fingerprint)


def _sealed(file: ItemFile, codes: Mapping[str, str]) -> str:
    """The second version of its seal. What has no code is covered as its words."""
    facts = ((f, codes[f] if f in codes else file.header.text(f)) for f in _SEALED_FACTS[file.kind])
    return seal_with_facts(file.fingerprint, facts)


def _read(
    file: ItemFile,
    plans: Sequence[Plan],
    school: School | None,
    imported: Imported | None,
    *,
    plans_are_sound: bool,
) -> ContentItem:
    match file.kind:
        case ContentKind.PAGE:
            return standing_page_of(file)
        case ContentKind.DOCUMENT:
            return document_of(file, plans, school, plans_are_sound=plans_are_sound)
        case ContentKind.ARTICLE:
            return article_of(
                file, plans, school, plans_are_sound=plans_are_sound, imported=imported
            )


# The facts whose codes are those of a plan.
_OF_PLANS = {ArticleField.AUTHORS, SharedField.GROUPS, ArticleField.CATEGORY}
# What the second version of the seal covers beside the first, in its order, as declared.
_SEALED_FACTS = {
    kind: [field for field in sealed_fields(kind, 2) if field not in sealed_fields(kind, 1)]
    for kind in ContentKind
}
