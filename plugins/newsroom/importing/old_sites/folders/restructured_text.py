"""A text of reStructuredText as front matter and HTML, by docutils, which reads nothing else."""

import io
from typing import Any

from .front_matter import FrontMatter


def read_restructured_text(text: str) -> FrontMatter:
    """The title, the fields of the head, and the HTML of the rest. Raises ValueError."""
    from docutils import nodes
    from docutils.core import publish_doctree, publish_from_doctree
    from docutils.utils import SystemMessage

    settings = {
        # Neither files of this machine nor raw HTML come in.
        "file_insertion_enabled": False,
        "raw_enabled": False,
        "report_level": 5,
        "halt_level": 5,
        "warning_stream": io.StringIO(),
        "docinfo_xform": False,
        "initial_header_level": 2,
        "_disable_config": True,
    }
    try:
        tree: Any = publish_doctree(text, settings_overrides=settings)
    except (SystemMessage, RecursionError, AssertionError) as error:
        raise ValueError(str(error)) from error
    facts = {"title": str(tree.get("title", ""))}
    for fields in list(tree.findall(nodes.field_list))[:1]:
        for one in fields.children:
            name, value = (part.astext() for part in one.children)
            facts[name.strip().lower()] = value.strip()
        fields.parent.remove(fields)
    for title in [one for one in tree.children if isinstance(one, nodes.title)]:
        tree.remove(title)
    for message in list(tree.findall(nodes.system_message)):
        message.parent.remove(message)
    whole = publish_from_doctree(tree, writer="html5", settings_overrides=settings)
    html = whole.decode("utf-8")
    start, end = html.find("<main"), html.rfind("</main>")
    if start < 0:
        start, end = html.find("<body"), html.rfind("</body>")
    return FrontMatter(facts=facts, body=html[html.find(">", start) + 1 : end])
