"""Writes what the thirty articles become: `python tests/importing/old_sites/write_expected.py`.

Look at the difference before it is committed.
"""

import os
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parents[1]), str(HERE.parents[2] / "plugins")]


def expected_of(school, kind: str) -> str:
    """Every file that the import wrote: the texts whole, the others by name."""
    import thirty_articles

    texts = {
        "wordpress": thirty_articles.as_wordpress,
        "blogger": thirty_articles.as_blogger,
        "nukeviet": thirty_articles.as_nukeviet,
    }
    uploads = thirty_articles.uploads(school)
    assert school.run(texts[kind](), kind=kind, files=uploads, accepts_all=True) == 0
    parts = []
    for path in school.files():
        text = school.read(path) if path.endswith(".md") else ""
        parts.append(f"=== {path}\n{text}")
    return "".join(parts)


if __name__ == "__main__":
    os.environ["NEWSROOM_TODAY"] = "2024-11-30"
    from old_school import School

    for kind in ("wordpress", "blogger", "nukeviet"):
        with tempfile.TemporaryDirectory() as folder:
            text = expected_of(School(Path(folder) / "truong"), kind)
        (HERE / f"thirty_{kind}.txt").write_text(text, encoding="utf-8", newline="\n")
