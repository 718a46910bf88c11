"""A Word file all the way: its blocks, their Markdown, and the page that this reads back to."""

from importing_word_case import WordCase
from typed_html import to_html

from newsroom.importing.markup.conversion import converted
from newsroom.importing.word.read_word import read_word_content


def read_back(case: WordCase) -> tuple[str, str, tuple[str, ...]]:
    """Its Markdown, the HTML of that, and the ids of what is said to be left."""
    handed = read_word_content(case.make(), f"{case.name}.docx")
    html = "\n".join(block.html for block in handed.blocks)
    names = {picture.name for picture in handed.pictures}
    made = converted(html, picture=lambda old: old.source if old.source in names else None)
    left = tuple(sentence.id for sentence in handed.left)
    return made.markdown.rstrip("\n") + "\n", to_html(made.markdown).rstrip("\n") + "\n", left
