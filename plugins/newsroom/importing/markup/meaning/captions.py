"""Captions: the paragraph below a picture that says what is to be seen."""

import re
from dataclasses import replace

from ....intake.text.credit import parted
from ..page.blocks import PageBlock, PictureBlock, Run, RunKind, WordsBlock

# In letters. A longer paragraph tells a story.
_LONGEST, _LONGEST_UNMARKED = 300, 160
_CLASSES = re.compile(r".*caption.*|image|image_?desc|img-?desc|chu-?thich")
_SAYS_SO = re.compile(r"(?:ảnh|hình|tranh|sơ đồ|biểu đồ)\s*(?:\d+\s*)?[:.–-]\s*\S", re.IGNORECASE)
# “Tin, ảnh: …” ends an article and tells who wrote it.
_BYLINE = re.compile(
    r"(?:tin|bài|người viết|tác giả|thực hiện|nguồn)\b[^.]{0,30}[:：]|(?:tin|bài)\s*(?:,|và|&|-)",
    re.IGNORECASE,
)


def with_captions(blocks: tuple[PageBlock, ...]) -> tuple[PageBlock, ...]:
    """The blocks, captions with their pictures instead of below them."""
    read: list[PageBlock] = []
    of_all = _credit_of_all(blocks)
    for block in blocks:
        above = read[-1] if read else None
        if block is of_all:
            read.append(block)
        elif isinstance(above, PictureBlock) and not above.caption and _is_caption(block, above):
            assert isinstance(block, WordsBlock)
            read[-1] = replace(above, caption=_words_of(block))
        else:
            read.append(block)
    return tuple(read)


def _credit_of_all(blocks: tuple[PageBlock, ...]) -> PageBlock | None:
    """The one line that names a photographer, below the last of several pictures."""
    pictures = [n for n, block in enumerate(blocks) if isinstance(block, PictureBlock)]
    if len(pictures) < 2:
        return None
    credits = [
        n
        for n, block in enumerate(blocks)
        if isinstance(block, WordsBlock) and not parted(block.text)[0].strip()
    ]
    return blocks[credits[0]] if len(credits) == 1 and credits[0] > pictures[-1] else None


def _words_of(caption: WordsBlock) -> str:
    """The words on one line, without the brackets around them all."""
    words = " ".join(caption.text.split())
    is_bracketed = words[0] == "(" and words[-1] == ")" and "(" not in words[1:]
    return words[1:-1].strip() if is_bracketed else words


def _is_caption(block: PageBlock, picture: PictureBlock) -> bool:
    if not isinstance(block, WordsBlock) or block.tag != "p":
        return False
    text = block.text.strip()
    if len(text) > _LONGEST or any(_is_more_than_words(run) for run in block.runs):
        return False
    if any(map(_CLASSES.fullmatch, block.classes)) or _SAYS_SO.match(text):
        return True
    if _BYLINE.match(text):
        return False
    words = [run for run in block.runs if run.kind is RunKind.WORDS]
    is_italic = all("em" in run.formats for run in words)
    is_short = len(text) <= _LONGEST_UNMARKED
    is_bracketed = text.startswith("(") and text.endswith(")")
    return (
        (is_italic and len(words) == 1 and (block.is_centred or is_short))
        or (is_short and is_bracketed)
        or (is_short and block.is_centred and picture.is_centred and not _is_bold(words))
    )


def _is_more_than_words(run: Run) -> bool:
    return run.kind in (RunKind.PICTURE, RunKind.NOTE) or bool(run.href)


def _is_bold(words: list[Run]) -> bool:
    return all("strong" in run.formats for run in words)
