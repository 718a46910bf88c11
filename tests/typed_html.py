"""The HTML of a typed text, as the tests of its reading ask for it."""

from newsroom.intake.text.markdown_text import fill, render


def to_html(text: str) -> str:
    """The text as HTML, as it came: not yet sanitised. Raises BrokenMarkdown."""
    rendered = render(text)
    return fill(rendered.html, iter(rendered.finished))
