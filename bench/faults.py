"""The time `check` takes where much is wrong: links that lead nowhere, by the thousand.

`python3 bench/faults.py [ARTICLES] [LINKS_EACH]`: of the links half name a file with a slip of the
finger, half an address. Prints wall and processor seconds of the whole command, and of the same
articles without these links.
"""

import resource
import sys
import tempfile
import time
from pathlib import Path

import measure
from corpus import Piece, pieces
from tools import Ours

ENVIRONMENT = {"NEWSROOM_TODAY": "2026-05-31", "PYTHONUTF8": "1"}


def main() -> None:
    size, each = (*map(int, sys.argv[1:]), *(300, 3)[len(sys.argv) - 1 :])[:2]
    corpus, ours = list(pieces(size)), Ours()
    ours.set_up()
    base = "/dev/shm" if Path("/dev/shm").is_dir() else None
    for links in (0, each):
        with tempfile.TemporaryDirectory(prefix="newsroom-faults-", dir=base) as folder:
            root = Path(folder)
            ours.lay_out(root)
            for number, piece in enumerate(corpus):
                ours.write(root, piece)
                article = ours.article_path(root, piece)
                with article.open("a", encoding="utf-8") as file:
                    file.writelines(_dead(corpus, number, n) for n in range(links))
            command = (*ours.command()[:-1], "check", "--format", "json")
            wall, work = _spent(command, root)
        print(f"{size} articles, {links} dead links each: {wall:.2f} s, {work:.2f} of CPU")


def _dead(corpus: list[Piece], number: int, link: int) -> str:
    other = corpus[(number * 31 + link * 7) % len(corpus)]
    slip = f"{other.slug[:-1]}x{other.slug[-1]}"
    target = f"{slip}.md" if link % 2 else f"/tin-bai/{other.on:%Y/%m}/{slip}/"
    return f"\n[Đọc thêm]({target})\n"


def _spent(command: tuple[str, ...], root: Path) -> tuple[float, float]:
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    try:
        measure.seconds(command, root, ENVIRONMENT)
    except measure.BuildFailed as error:
        # With dead links it ends with 1, as it should.
        if "exit code 1" not in str(error):
            raise
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    work = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - began, work


if __name__ == "__main__":
    main()
