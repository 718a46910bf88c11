"""The seals: over what readers are told, over a line of the ledger, over a list. Decision 32."""

import hashlib
import re
from collections.abc import Iterable

from ..text.characters import JOINER
from ..text.vietnamese import clean_whole

SEAL_LENGTH = 12
# A blank before a line end, told from the line end: that way round the search is fast.
_BLANK_END = re.compile(r"\n(?<=[^\S\n]\n)")


def seal(
    title: str,
    summary: str,
    text: str,
    pictures: Iterable[bytes],
    files: Iterable[bytes] = (),
    video: str | bytes = "",
) -> str:
    """The first version: twelve hex digits over title, summary, Markdown text and what it shows.

    `pictures`, `files` and a `video` of ours are the SHA-256 digests of the files.

    Each part is normalised (NFC, nothing invisible, no blank at line ends, no
    blank lines at either end), hashed with SHA-256 behind its name and length, in this order:
    `title`, `summary`, `text`, then `picture` once for each picture shown (cover, text, gallery),
    then `file` once for each attachment, last `video` where there is one: the address of a video
    elsewhere, or the digest of one of ours. What does not change the article for a reader does not
    break the seal: line endings, trailing blanks, NFD, and everything in the header besides title,
    summary, cover, gallery and video.
    """
    digest = hashlib.sha256()
    parts = [("title", title), ("summary", summary), ("text", text)]
    for name, words in parts:
        _add(digest, name, _normal(words).encode())
    for picture in pictures:
        _add(digest, "picture", picture)
    for file in files:
        _add(digest, "file", file)
    if video:
        _add(digest, "video", video.encode() if isinstance(video, str) else video)
    return digest.hexdigest()[:SEAL_LENGTH]


def seal_with_facts(content_seal: str, facts: Iterable[tuple[str, str]]) -> str:
    """The second version: twelve hex digits over the first one and the facts of the header.

    The parts are `seal`, the first version's digits, then each fact under its name: codes and days,
    so that another way of writing the same breaks nothing. Empty where the first version is, for
    then nobody can tell what readers are told.
    """
    if not content_seal:
        return ""
    return _digits((("seal", content_seal), *facts))


def seal_of_line(article: str, facts: Iterable[tuple[str, str]]) -> str:
    """Twelve hex digits over one line of the ledger (gửi, được đăng) of the article of that slug.

    A line comes after the approval and outlives the next one, so it has a seal of its own: over
    what it says and where it stands, not over the text.
    """
    return _digits((("article", article), *facts))


def seal_of_list(facts: Iterable[tuple[str, str]], entries: Iterable[str]) -> str:
    """Twelve hex digits over a decision about many things: its facts, then each of them, sorted."""
    return _digits((*facts, *(("entry", entry) for entry in sorted(map(clean_whole, entries)))))


def _digits(parts: Iterable[tuple[str, str]]) -> str:
    digest = hashlib.sha256()
    for name, words in parts:
        _add(digest, name, _normal(words).encode())
    return digest.hexdigest()[:SEAL_LENGTH]


def _normal(text: str) -> str:
    # Cleaning takes the \r out of \r\n too.
    # Seals are older than emoji that are joined, and a family of one or of three says the same.
    words = clean_whole(text).replace(JOINER, "")
    if _BLANK_END.search(words):
        words = "\n".join(line.rstrip() for line in words.split("\n"))
    return words.strip()


def _add(digest: "hashlib._Hash", name: str, content: bytes) -> None:
    digest.update(f"{name} {len(content)}\n".encode())
    digest.update(content)
