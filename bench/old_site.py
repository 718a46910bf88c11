"""The time and the memory that an old site of so many articles takes to move in.

    python bench/old_site.py [ARTICLES] [MEGABYTES] [--write]

makes an export of WordPress with so many articles, filled up with comments to that size, and reads
it in a process of its own: `import wordpress … --dry-run`, or with --write the import itself.
Prints the seconds of processor time and the peak of resident memory.
"""

import io
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / part) for part in ("plugins", "tests", "tests/importing/old_sites")]

WORDS = (
    "Sáng nay thầy và trò nhà trường long trọng tổ chức buổi lễ với sự có mặt của đông đảo"
    " phụ huynh các em, đại diện xã Mẫu và <strong>Hội khuyến học</strong> của xã."
)


def article(number: int, size: int) -> str:
    from wordpress_export import item

    year, month = 2008 + number % 18, 1 + number % 12
    body = "\n\n".join(f"{WORDS} Đoạn {number}-{n}." for n in range(8))
    body += (
        f'\n\n<img src="https://truongcu.example/wp-content/uploads/{year}/{month:02}/'
        f'a{number}-300x200.jpg" alt="Ảnh">\n\n'
        f'<a href="https://truongcu.example/?p={max(number - 1, 1)}">Bài trước</a>'
    )
    words = f"<wp:comment_content>{'Hay quá! ' * 40}</wp:comment_content>"
    comment = f"\t\t<wp:comment>{words}</wp:comment>\n"
    made = item(
        number,
        title=f"Tin số {number} của trường",
        name=f"tin-so-{number}",
        date=f"{year}-{month:02}-{1 + number % 28:02} 01:30:00",
        body=body,
        creator="lanmau" if number % 2 else "admin",
        categories=(("hoat-dong", "Hoạt động"),) if number % 3 else (("tin-tuc", "Tin tức"),),
        extra="",
    )
    return made.replace(
        "\t</item>", comment * max((size - len(made)) // len(comment), 0) + "\t</item>"
    )


def made_site(root: Path, articles: int, megabytes: int) -> Path:
    from sample import write_site
    from wordpress_export import FOOT, HEAD

    write_site(root)
    place = root / "xuat-ra.xml"
    with place.open("w", encoding="utf-8") as file:
        file.write(HEAD)
        # A comment has about a fifth more bytes than letters.
        size = int(megabytes * 1e6 / articles / 1.2)
        for number in range(1, articles + 1):
            file.write(article(number, size))
        file.write(FOOT)
    return place


def run(root: str, is_dry: str) -> None:
    """The work of the process of its own."""
    from newsroom.commands.importing.import_site import import_site
    from newsroom.commands.importing.request import ImportRequest

    place = Path(root)
    request = ImportRequest(
        kind="wordpress",
        source=str(place / "xuat-ra.xml"),
        accepts_all=True,
        is_dry=is_dry == "dry",
        by="" if is_dry == "dry" else "Hiệu Trưởng Mẫu",
    )
    said = io.StringIO()
    import_site(place / "content", place / ".cache", place / "reports", request, said.write)
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(f"{used.ru_utime + used.ru_stime:.1f} CPU s, {used.ru_maxrss / 1024:.0f} MB")


def main(words: list[str]) -> None:
    numbers = [int(word) for word in words if word.isdigit()]
    articles, megabytes = [*numbers, *(20_000, 100)[len(numbers) :]]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        place = made_site(root, articles, megabytes)
        print(f"{articles} articles, {place.stat().st_size / 1e6:.0f} MB")
        how = "write" if "--write" in words else "dry"
        started = time.monotonic()
        subprocess.run(
            [sys.executable, __file__, "--run", str(root), how],
            check=True,
            env={**os.environ, "NEWSROOM_TODAY": "2024-11-30"},
        )
        print(f"{time.monotonic() - started:.0f} s ({how})")


if __name__ == "__main__":
    run(*sys.argv[2:4]) if sys.argv[1:2] == ["--run"] else main(sys.argv[1:])
