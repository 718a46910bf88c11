"""Two neighbouring words as the search index keeps them, for tests of it and of `search.js`."""

from newsroom.domain.site import search_index


def pair_of(word: str, after: str) -> tuple[int, int]:
    """Bucket and sign of two neighbours."""
    return divmod(search_index._left[word] ^ search_index._right[after], search_index.SIGNS)
