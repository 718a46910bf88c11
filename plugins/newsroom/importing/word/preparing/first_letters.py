"""Large first letters, which Word keeps in a paragraph of their own."""

from ..xml_names import Element, W, child, found, local, remove


def join_first_letters(root: Element) -> None:
    """Put each large first letter (`w:dropCap`) before the words that it begins."""
    for paragraph in found(root, f"{W}p"):
        frame = child(paragraph, "pPr", "framePr")
        if frame is None or frame.get(f"{W}dropCap", "none") == "none":
            continue
        following = paragraph.getnext()
        if following is None or local(following) != "p":
            continue
        letters = [one for one in paragraph if local(one) != "pPr"]
        for run in letters:
            # Its size and boldness are the ornament's.
            properties = child(run, "rPr")
            if properties is not None:
                remove(properties)
        at = 1 if child(following, "pPr") is not None else 0
        following[at:at] = letters
        remove(paragraph)
