"""Texts that were handed in, each with the whole file of the article that comes out of it."""

import re
from functools import cache
from pathlib import Path

import pytest
from handed_sources import TODAY, Handed, hand_in, write_school

from newsroom.importing.handed_in.plain_words import is_rule

TEXTS = Path(__file__).parent / "handed_texts"
# Other names of what the plan has, which stand in the article under its own.
ALIASES = {"chuyên mục: Dạy và học"}
CASES = sorted(place.name for place in TEXTS.iterdir())


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setenv("NEWSROOM_TODAY", TODAY)


def source_of(case: str) -> Path:
    return next((TEXTS / case).glob("bai.*"))


def options_of(case: str) -> str:
    options = TEXTS / case / "options.txt"
    return options.read_text(encoding="utf-8") if options.exists() else ""


@cache
def handed(case: str, root: Path) -> Handed:
    return hand_in(write_school(root / case), source_of(case), options=options_of(case))


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return tmp_path_factory.mktemp("handed")


@pytest.mark.parametrize("case", CASES)
def test_the_article_comes_out_to_the_byte(case, root):
    found = handed(case, root)

    assert found.code == 0, found.said
    assert found.article == (TEXTS / case / "article.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES)
def test_every_word_of_the_source_is_in_the_article_or_was_told_to_be_gone(case, root):
    found = handed(case, root)
    kept = {*_words(found.article + found.said)}

    lines = source_of(case).read_text(encoding="utf-8").splitlines()
    pieces = [piece for line in lines for piece in re.split(r"\t|\s{3,}", line)]

    assert [
        piece
        for piece in pieces
        if piece.strip() and not is_rule(piece) and piece not in ALIASES
        if not kept.issuperset(_words(piece))
    ] == []


def _words(text: str) -> list[str]:
    """The words of a text; the minute of a message, which stands before each of them, is none."""
    return re.findall(r"\w+", re.sub(r"\b\d\d:\d\d\b", "", text).casefold())


@pytest.mark.parametrize("case", CASES)
def test_no_decision_ever_reaches_the_header(case, root):
    header = handed(case, root).header

    assert not {"duyệt", "trả lại", "gỡ", "đính chính", "chọn gửi", "gửi", "được đăng"} & {*header}


def test_what_is_complete_checks_without_an_error(root):
    whole = [case for case in CASES if "Chưa rõ" not in handed(case, root).said]
    named = [case for case in whole if "Còn trống, xin ghi vào đầu bài: tóm tắt." in
             handed(case, root).said and case != "duyet-co-ngay"]  # fmt: skip

    assert len(named) > 20
    assert [case for case in named if ": 0 lỗi" not in handed(case, root).said] == []


@pytest.mark.parametrize(
    "encoded",
    [
        pytest.param(lambda text: text.encode("utf-8-sig"), id="byte order mark"),
        pytest.param(lambda text: text.encode("utf-16"), id="UTF-16 of Notepad"),
        pytest.param(lambda text: text.encode("utf-16-be"), id="UTF-16 without a mark"),
        pytest.param(lambda text: text.replace("\n", "\r\n").encode(), id="ends of Windows"),
        pytest.param(lambda text: _nfd(text).encode(), id="letters and marks apart"),
        pytest.param(lambda text: _windows_1258(text), id="windows-1258"),
    ],
)
@pytest.mark.parametrize("typed", [False, True], ids=["in a file", "on standard input"])
def test_the_same_words_in_any_encoding_make_the_same_article(encoded, typed, tmp_path):
    case = "bai-va-anh"
    content = encoded(source_of(case).read_text(encoding="utf-8"))
    place = tmp_path / "bai.txt"
    place.write_bytes(content)

    found = hand_in(write_school(tmp_path), content if typed else place, options=options_of(case))

    assert found.article == (TEXTS / case / "article.md").read_text(encoding="utf-8")


def _nfd(text: str) -> str:
    import unicodedata

    return unicodedata.normalize("NFD", text)


def _windows_1258(text: str) -> bytes:
    """Letters with their circumflex or horn, the tone behind them, as that page has it."""
    import unicodedata

    found = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tones = "".join(mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323")
        base = unicodedata.normalize("NFC", "".join(p for p in parts if p not in tones))
        found.append(base + tones)
    return "".join(found).encode("cp1258")
