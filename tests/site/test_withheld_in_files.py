"""A file that an approved article offers may not hold what a withheld one says."""

import json
import os

import pytest
from office_samples import docx, packed, pdf, pptx, xlsx
from sample import article_text, document_text

from newsroom.building.publishing import BuildRefused, audit_edition

FIRST = "Sáng nay các bạn lớp Bốn cùng cô trồng mười hai cây bưởi ở góc vườn sau trường."
OTHERS = [
    "Mỗi tổ chăm một cây, tưới nước và ghi nhật ký từng tuần cho tới hết năm học này.",
    "Bác bảo vệ chỉ cho các bạn cách đắp gốc để cây bưởi đứng vững khi có gió to.",
    "Cuối buổi cả lớp ngồi nghỉ dưới gốc đa, uống nước và kể chuyện về khu vườn cũ.",
]
TITLE = "Mười hai cây bưởi ở góc vườn"
HELD = article_text(" ".join([FIRST, *OTHERS]), title=TITLE, duyet=None)
PLAIN = "Sang nay cac ban lop Bon cung co trong muoi hai cay buoi o goc vuon sau truong."


def cut(text):
    """As Word keeps a sentence that was corrected here and there."""
    return "</w:t></w:r><w:r><w:t>".join([text[:9], text[9:31], text[31:]])


FILES = {
    "all of it in Word": ("a.docx", docx(TITLE, FIRST, *OTHERS)),
    "half of it in Word": ("a.docx", docx("Ghi chép", FIRST, OTHERS[0])),
    "title and a sentence": ("a.docx", docx(TITLE, FIRST)),
    "in a table of Word": ("a.docx", docx("Bản tin", rows=[[TITLE, FIRST]])),
    "in a workbook": ("a.xlsx", xlsx({"Tin": [[TITLE], [FIRST]]})),
    "on a hidden sheet": ("a.xlsx", xlsx({"Tin": [["x"]], "Ẩn": [[TITLE], [FIRST]]}, hidden="Ẩn")),
    "in notes of a slide": ("a.pptx", pptx("Vườn", notes=f"{TITLE}. {FIRST}")),
    "the manuscript in a zip": ("a.zip", packed({"bai.md": HELD})),
    "Word in a zip": ("a.zip", packed({"x/b.docx": docx(TITLE, FIRST)})),
    "CSV in a zip": ("a.zip", packed({"b.csv": f"1,{TITLE}\n2,{FIRST}"})),
}


def offer(site, name, content, **header):
    site.write(f"tin-bai/{name}", content)
    site.write("tin-bai/cho.md", HELD)
    site.write("tin-bai/bai.md", article_text(f"Chữ.\n\n[Tải về]({name})", **header))


@pytest.fixture(scope="module")
def refused(module_site):
    """The words of `check` and `publish` where one article after the other offers such a file."""
    module_site.write("tin-bai/cho.md", HELD)
    for number, (name, content) in enumerate(FILES.values()):
        module_site.write(f"tin-bai/{number}/{name}", content)
        module_site.write(f"tin-bai/{number}/bai-{number}.md", article_text(f"[Tải về]({name})"))
    return module_site.invoke("check", "--format", "json"), module_site.publish()


@pytest.mark.parametrize("kind", FILES)
def test_check_and_publish_refuse_it_by_the_name_of_who_offers_it(refused, kind):
    checked, made = refused
    number, name = [*FILES].index(kind), FILES[kind][0]

    message = f"Tệp “{name}” chứa bài chưa được đăng content/tin-bai/cho.md: “{FIRST[:40]}"

    found = json.loads(checked.stdout)["problems"]
    mine = [p for p in found if p["path"] == f"content/tin-bai/{number}/bai-{number}.md"]
    [error] = [problem for problem in mine if problem["level"] == "error"]
    assert error["message"].startswith(message)
    assert error["line"] == 9
    assert f"content/tin-bai/{number}/bai-{number}.md:9: lỗi: {message}" in made.stderr
    assert (checked.returncode, made.returncode) == (1, 1)


def test_a_pdf_is_read_however_its_letters_are_kept(site):
    site.write("tin-bai/cho.md", article_text(PLAIN, title="Ten bai chua duyet nao do", duyet=None))
    site.write("van-ban/tep.pdf", pdf("Trang dau", PLAIN))
    site.write("van-ban/v.md", document_text())

    made = site.publish()

    assert made.returncode == 1
    assert "content/van-ban/v.md:7: lỗi: Tệp “tep.pdf” chứa bài chưa được đăng" in made.stderr


def test_in_a_hurry_only_the_article_that_offers_it_waits(site):
    offer(site, *FILES["all of it in Word"])
    site.write("tin-bai/khac.md", article_text())

    made = site.publish("--keep-going")

    assert made.returncode == 0
    files = site.files()
    assert "tin-bai/2024/11/khac/index.html" in files
    assert not any("tin-bai/2024/11/bai/" in name or name.startswith("tep/") for name in files)


def test_one_sentence_in_common_is_told_and_stops_nothing(site):
    offer(site, "a.docx", docx("Bản tin", FIRST, "Và nhiều chuyện khác."))

    checked, made = site.invoke("check"), site.publish()

    assert made.returncode == 0
    assert checked.returncode == 0
    assert "bai.md:11: cảnh báo: Tệp “a.docx” có 1 câu cũng nằm trong bài chưa" in checked.stdout


def test_a_draft_may_quote_what_was_public_before_it(site):
    offer(site, *FILES["all of it in Word"])
    site.write("tin-bai/cho.md", HELD.replace("12/11/2024", "13/11/2024"))

    assert site.invoke("check").returncode == 0
    assert site.publish().returncode == 0


def test_words_that_an_approved_article_says_too_are_no_secret(site):
    offer(site, *FILES["all of it in Word"])
    site.write("tin-bai/cung.md", article_text("\n\n".join([FIRST, *OTHERS])))

    assert site.invoke("check").returncode == 0
    assert site.publish().returncode == 0


def test_a_draft_may_offer_the_file_that_says_the_same(site):
    offer(site, *FILES["all of it in Word"])
    site.write("tin-bai/cho.md", HELD + "\n[Bản Word](a.docx)\n")

    assert site.publish().returncode == 0


def test_what_is_withheld_later_is_found_in_a_file_that_went_out_before(site):
    offer(site, *FILES["all of it in Word"])
    site.write("tin-bai/cho.md", article_text(" ".join([FIRST, *OTHERS]), title=TITLE))
    assert site.publish().returncode == 0

    site.write("tin-bai/cho.md", HELD)
    made = site.publish()

    assert made.returncode == 1
    assert "Tệp “a.docx” chứa bài chưa được đăng" in made.stderr


def test_words_are_read_once(site, monkeypatch):
    offer(site, "a.docx", docx("Chữ đã duyệt."))
    site.publish()
    [kept] = (site.root / ".cache/chu").iterdir()
    before = kept.stat().st_mtime_ns

    site.write("tin-bai/cho.md", HELD.replace("Cuối buổi", "Cuối ngày"))
    site.publish()

    assert kept.stat().st_mtime_ns == before
    site.write("tin-bai/bai.md", article_text())
    (site.content / "tin-bai/a.docx").unlink()
    site.write("van-ban/tep.pdf", pdf("x"))
    site.write("van-ban/v.md", document_text())
    site.publish()
    assert not kept.exists()


def test_kept_answers_that_make_no_sense_are_asked_again(site):
    from newsroom.building.offered_words import _HELD_WORDS
    from newsroom.buildtools.cache.build_cache import build_cache_in

    offer(site, *FILES["all of it in Word"])
    first = site.invoke("check").stdout
    for nonsense in (None, 7, ("x",), ("", 1, 2), ("", ("a",), (("a", 1),))):
        build_cache = build_cache_in(site.root / ".cache")
        kept = build_cache.cached_rows(_HELD_WORDS)
        for key, value in list(kept.items()):
            kept[key] = nonsense if not isinstance(nonsense, tuple) else (value[0], *nonsense[1:])
        build_cache.save()
        build_cache.close()

        assert site.invoke("check").stdout == first


def test_a_manuscript_is_known_under_any_name(site):
    site.write("tin-bai/cho.md", HELD)
    names = [f"{how}{ending}" for how in ("noi", "chep")
             for ending in (".pdf", ".docx", ".zip", ".mp3", ".mp4")]  # fmt: skip
    for name in names:
        place = site.content / "tin-bai" / name
        if name.startswith("noi"):
            os.link(site.content / "tin-bai/cho.md", place)
        else:
            place.write_text(HELD)
    site.write("tin-bai/bai.md", article_text(" ".join(f"[x]({name})" for name in names)))

    made = site.publish()

    assert made.returncode == 1
    for name in names:
        assert f"bai.md:9: lỗi: Tệp “{name}” chính là tệp bài content/tin-bai/cho.md" in made.stderr


@pytest.fixture
def audited(site, monkeypatch):
    monkeypatch.setenv("NEWSROOM_TODAY", site.today)
    offer(site, "a.docx", docx("Chữ đã duyệt."))
    assert site.publish().returncode == 0
    [place] = (site.output / "tep").rglob("*.docx")

    def say(content, name=""):
        where = site.output / name if name else place
        where.parent.mkdir(exist_ok=True)
        where.write_bytes(content)
        try:
            audit_edition(site.root / "publishconf.py", site.output)
        except BuildRefused as refused:
            return str(refused)
        return ""

    return say


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (docx(TITLE), "Lộ tiêu đề của tin-bai/cho.md"),
        (docx(FIRST), "Lộ một câu của tin-bai/cho.md"),
        (HELD.encode(), "Đây là tệp bài tin-bai/cho.md"),
    ],
)
def test_a_file_that_nobody_approved_is_searched_and_known(audited, content, words):
    assert words in audited(content)


def test_words_cut_into_pieces_are_found_in_a_file_that_nobody_approved(audited):
    from office_samples import changed

    content = changed(docx(FIRST), "word/document.xml", FIRST, cut(FIRST))

    assert "Lộ một câu của tin-bai/cho.md" in audited(content)
    assert "Lộ một câu" in audited(content, "theme/b.docx")
