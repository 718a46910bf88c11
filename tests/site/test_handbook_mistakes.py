"""docs/huong-dan/hai-muoi-loi.md: each mistake is typed and answered word for word as it says."""

import re
import shutil
import unicodedata
from itertools import chain, count
from pathlib import Path

import pytest
from demo_content import DEMO
from sample import day, write_file

from newsroom.commands.checking.check import findings_of
from newsroom.exports.findings.terminal import problem_lines
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.folder.loader import load
from newsroom.vocabulary.header import header_field

REPOSITORY = Path(__file__).resolve().parents[2]
PAGE = (REPOSITORY / "docs/huong-dan/hai-muoi-loi.md").read_text(encoding="utf-8")
TODAY = "21/11/2026"
FOLDER = "tin-bai/2026-11/"
BLOCK = re.compile(r"^```\n(.*?)^```$", re.MULTILINE | re.DOTALL)
KEY = re.compile(r"^([^\[\]!:：]{1,20})[:：](.*)$")

WHOLE, *SECTIONS = re.split(r"^## ", PAGE, flags=re.MULTILINE)
BASE = BLOCK.search(WHOLE)[1]
MISTAKES = {section.split("\n")[0]: section for section in SECTIONS if section[0].isdigit()}
UNDERSTOOD = {
    f"{part.splitlines()[0]} {n}": (part, typed)
    for part in SECTIONS[-1].split("\n### ")[1:]
    for n, typed in zip(count(1), BLOCK.findall(part), strict=False)
}


def article_with(typed):
    """The whole article of which a block of the page shows what differs from the sample."""
    if typed.startswith(("---\n", "—\n")):
        is_head_alone = typed.rstrip("\n").endswith(("\n---", "\n—"))
        return typed + BASE.split("\n---\n")[1] if is_head_alone else typed
    if "\n\n" in typed:
        return typed
    return with_lines(typed) if KEY.match(typed.split("\n")[0]) else f"{BASE}\n{typed}"


def with_lines(typed):
    """The sample with these lines in the place of those that have one of their keys (or values,
    where a key is misspelt); at the end of the header where there is none."""
    head, body = BASE.removeprefix("---\n").split("\n---\n")
    told = set(chain.from_iterable(map(told_by, typed.split("\n"))))
    lines = head.split("\n")
    kept = [line for line in lines if told.isdisjoint(told_by(line))]
    place = next((n for n, line in enumerate(lines) if line not in kept), len(kept))
    kept.insert(place, typed.rstrip("\n"))
    return "\n".join(["---", *kept, "---", body])


def told_by(line):
    """The field of a line and its value."""
    if parts := KEY.match(line):
        yield from filter(None, (header_field(parts[1]), parts[2].strip()))


def saved(text, section):
    """The bytes of a text, as a remark in the page's section says that it was saved."""
    match section.partition("<!-- mã: ")[2].partition(" -->")[0]:
        case "UTF-16":
            return text.encode("utf-16")
        case "NFD":
            return unicodedata.normalize("NFD", text).encode()
        case "Windows":
            return "\ufeff".encode() + text.replace(" ", "\u00a0").replace("\n", "\r\n").encode()
    return text.encode()


@pytest.fixture
def content(tmp_path, monkeypatch):
    """The demo's school and plans, with a few of its files."""
    monkeypatch.setenv("NEWSROOM_TODAY", TODAY)
    content = tmp_path / "content"
    shutil.copytree(DEMO / "ke-hoach", content / "ke-hoach")
    for name in ("truong.yaml", "anh/thu-vien.jpg", "tin-bai/2026-10/lop-mot-di-nhat-chu.md"):
        write_file(content, name, (DEMO / name).read_bytes())
    write_file(content, FOLDER + "bieu-trung.svg", b"<svg/>")
    return content


def answer(content, section, typed):
    """The words of `check` on the article, without the closing line, and its path."""
    name = section.partition("<!-- tệp: ")[2].partition(" -->")[0] or "vi-du.md"
    write_file(content, FOLDER + name, saved(article_with(typed), section))
    path = f"content/{FOLDER}{name}"
    found = findings_of(content, content.parent / ".cache").problems
    return path, [problem for problem in found if problem.path == path]


def test_the_page_tells_of_twenty_mistakes():
    assert [name.split(".")[0] for name in MISTAKES] == [str(n + 1) for n in range(20)]


def test_the_sample_of_the_page_is_right(content):
    assert answer(content, "", BASE)[1] == []


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_answered_word_for_word_as_the_page_says(content, name):
    typed, expected = BLOCK.findall(MISTAKES[name])

    _, found = answer(content, MISTAKES[name], typed)

    assert problem_lines(found) + "\n" == expected


@pytest.mark.parametrize("name", UNDERSTOOD)
def test_what_the_page_says_is_understood_gets_no_word_and_means_the_same(content, name):
    section, typed = UNDERSTOOD[name]

    path, found = answer(content, section, typed)

    assert found == []
    assert meaning(content, path) == meaning_of_the_sample(content)


def meaning_of_the_sample(content):
    write_file(content, FOLDER + "mau.md", BASE)
    return meaning(content, f"content/{FOLDER}mau.md")


def meaning(content, path):
    newsroom = load(ContentFolder(content), day(TODAY))
    article = newsroom.read(path.removeprefix("content/"))
    return (
        *(article.title, article.summary, article.on, article.groups, article.authors),
        # The two stand in two files, so their seals of the second version differ.
        *(article.category, article.consent, article.former_fingerprint),
    )
