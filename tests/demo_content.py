"""The demo school, as the tests own it: a school that has begun its own site has another content.

`python tests/demo_content.py` copies it from `content/`, where people meet it, and adds its files
to those by which the software knows the demo (`plugins/newsroom/intake/folder/demo_files.txt`).
"""

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DEMO = Path(__file__).resolve().parent / "demo"


def copied(content: Path) -> None:
    """The demo of the tests, made anew from that of the repository."""
    from newsroom.intake.folder import demo_files

    shutil.rmtree(DEMO, ignore_errors=True)
    shutil.copytree(content, DEMO)
    known = demo_files.LIST.read_text(encoding="ascii").splitlines()
    new = {
        digest
        for path in DEMO.rglob("*")
        if path.is_file()
        for digest in demo_files.digests_of(path.name, path.read_bytes())
    }
    every = sorted({*(line for line in known if not line.startswith("#")), *new})
    notes = (line for line in known if line.startswith("#"))
    demo_files.LIST.write_text("\n".join((*notes, *every)) + "\n", encoding="ascii", newline="\n")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "plugins"))
    copied(ROOT / "content")
