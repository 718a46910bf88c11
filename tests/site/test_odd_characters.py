"""One judgement: what `check` passes, `publish` publishes, whatever characters people type."""

import io
import json
import zipfile
from xml.etree.ElementTree import fromstring

import pytest
from sample import PLAN_YAML, SCHOOL_YAML, article_text, document_text, pdf

NONE = "\uffff"
ALONE = "Cột {}: U+FFFF (NONCHARACTER) là ký tự không có trong chữ viết nào"


def written(site, files):
    for name, text in files.items():
        site.write(name, text)


def test_the_line_of_a_forbidden_character_is_named_and_the_rest_is_published(site):
    written(
        site,
        {
            "tin-bai/a.md": article_text(title=f"Rừng{NONE} xanh"),
            "tin-bai/b.md": article_text(title="Bài khác"),
        },
    )

    checked, refused = site.invoke("check"), site.publish()
    went_on = site.publish("--keep-going")

    assert checked.returncode == refused.returncode == 1
    assert "content/tin-bai/a.md:2" in checked.stdout
    assert ALONE.format(14) in checked.stdout
    assert "1 lỗi" in checked.stdout
    assert went_on.returncode == 0, went_on.stdout + went_on.stderr
    assert (site.output / "tin-bai/2024/11/b/index.html").exists()
    assert not (site.output / "tin-bai/2024/11/a").exists()


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("tin-bai/a.md", article_text(tóm_tắt=f"Một{NONE}"), 8),
        ("tin-bai/a.md", article_text(f"Một\n\nhai{NONE}"), 11),
        ("tin-bai/a.md", article_text("Một &#xFFFF;"), 9),
        ("trang/a.md", article_text(title=f"Một{NONE}"), 2),
        ("van-ban/a.md", document_text(trích_yếu=f"Một{NONE}"), 6),
        ("truong.yaml", SCHOOL_YAML.replace("Trường Mẫu", f"Trường Mẫu{NONE}", 1), 1),
        ("truong.yaml", SCHOOL_YAML.replace("tên: Trường Mẫu", 'tên: "Mẫu\\uFFFF"'), 1),
        ("ke-hoach/2024-2025.yaml", PLAN_YAML.replace("Kế hoạch mẫu", f"Kế{NONE} hoạch"), 1),
        ("lich.yaml", f"- ngày: 20/11/2024\n  việc: Lễ{NONE}\n", 2),
        ("anh/goi-anh.yaml", f"# {NONE}\n[]\n", 1),
    ],
)
def test_every_file_that_is_read_is_looked_at(site, name, text, line):
    written(site, {name: text, "van-ban/tep.pdf": pdf()})

    checked = site.invoke("check")

    assert checked.returncode == 1
    assert f"content/{name}:{line}" in checked.stdout
    assert "U+FFFF" in checked.stdout


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ({"tiêu_đề": "Tr\xadêng TiÓu häc MÉu"}, "có phải là “Trường Tiểu học Mẫu”?"),
        ({"tóm_tắt": "Tröôøng Tieåu hoïc Maãu"}, "có phải là “Trường Tiểu học Mẫu”?"),
        ({"body": "TrÆ°á»\x9dng Tiá»ƒu há»\x8dc Máº«u"}, "có phải là “Trường Tiểu học Mẫu”?"),
        ({"body": "Tru+o+`ng Tie^?u ho.c Ma^~u"}, "có phải là “Trường Tiểu học Mẫu”?"),
    ],
)
def test_a_text_in_an_old_encoding_is_named_and_not_published(site, header, said):
    written(site, {"tin-bai/a.md": article_text(**header), "tin-bai/b.md": article_text()})

    checked, went_on = site.invoke("check"), site.publish("--keep-going")

    assert checked.returncode == 1
    assert said in checked.stdout
    assert "check --fix-encoding content/tin-bai/a.md" in checked.stdout
    assert [line for line in checked.stdout.split("\n") if "U+" in line] == []
    assert went_on.returncode == 0
    assert not (site.output / "tin-bai/2024/11/a").exists()


def test_a_whole_file_in_an_old_encoding_is_one_message(site):
    text = article_text("Tröôøng Tieåu hoïc Maãu", title="Leã khai giaûng").split("\n")
    header = [line.replace("tiêu đề", "tieâu ñeà").replace("ngày", "ngaøy") for line in text]
    written(site, {"tin-bai/a.md": "\n".join(header).replace("tổ: Tổ", "toå: Toå")
                      .replace("tác giả", "taùc giaû").replace("Lan Mẫu", "Lan Maãu")
                      .replace("chuyên mục", "chuyeân muïc").replace("Hoạt động", "Hoaït ñoäng")
                      .replace("duyệt", "duyeät").replace("Phó Mẫu", "Phoù Maãu")})  # fmt: skip

    checked = site.invoke("check")

    assert checked.stdout.count("content/tin-bai/a.md") == 2
    assert "VNI (phông VNI-Times)" in checked.stdout
    assert "1 lỗi" in checked.stdout


def test_what_is_invisible_is_said_where_it_matters(site):
    written(
        site,
        {
            "tin-bai/a.md": article_text(
                "Một\u200b từ, [x](https://so.example/\u200btin) .", tác_giả="Lan\u200b Mẫu"
            ),
            "tin-bai/b.md": article_text("Một\u200b từ", title="Bài\u00ad khác"),
        },
    )

    checked = site.invoke("check")

    assert checked.returncode == 0
    assert "content/tin-bai/a.md:5" in checked.stdout
    assert "U+200B (ZERO WIDTH SPACE) (2 dòng như vậy)" in checked.stdout
    assert "content/tin-bai/b.md" not in checked.stdout


def test_a_private_character_is_named_and_a_bullet_of_word_is_none(site):
    written(site, {"tin-bai/a.md": article_text("\uf0b7 Một\n\uf0b7 Hai \uf8ff")})

    checked, published = site.invoke("check"), site.publish()

    assert checked.returncode == published.returncode == 0
    assert checked.stdout.count("U+") == 1
    assert "U+F8FF" in checked.stdout
    page = site.files()["tin-bai/2024/11/a/index.html"].decode()
    assert "Hai \uf8ff" in page
    assert "\uf0b7" not in page


def well_formed(site):
    """Every file of an edition and of the papers, parsed as what it says it is."""
    for path, content in {**site.files(), **site.files(site.reports)}.items():
        if path.endswith((".xml", ".svg")):
            fromstring(content)
        elif path.endswith(".json"):
            json.loads(content)
        elif path.endswith((".docx", ".xlsx")):
            with zipfile.ZipFile(io.BytesIO(content)) as package:
                for part in package.namelist():
                    if part.endswith((".xml", ".rels")):
                        fromstring(package.read(part))
        elif path.endswith((".html", ".ics", ".csv", ".txt")):
            text = content.decode()
            forbidden = [c for c in set(text) if ord(c) < 32 and c not in "\t\n\r"]
            assert not forbidden, path
            assert "\uffff" not in text
    return len(site.files())


def test_a_sign_that_nobody_sees_in_the_plan_is_told_and_stops_nothing(site):
    site.write("ke-hoach/2024-2025.yaml", PLAN_YAML.replace("Phó Mẫu", "Phó\u200b Mẫu"))
    site.write("tin-bai/2024/bai.md", article_text())

    checked, published = site.invoke("check"), site.publish()

    assert "U+200B" in checked.stdout
    assert checked.returncode == published.returncode == 0, published.stderr
    assert len(list(site.output.glob("tin-bai/*/*/bai/index.html"))) == 1


def test_what_check_passes_is_published_well_formed(site):
    hypothesis = pytest.importorskip("hypothesis", reason="hypothesis: requirements-dev.txt")
    from hypothesis import strategies as st

    odd = "\x00\x01\x0b\x1b\x7f\x85\x9d\u00ad\u200b\u200d\u202e\u2028\ud7ff\ue000\uf0b7\ufdd0"
    odd += "\ufeff\ufffc\ufffd\ufffe\uffff\U0001f3f4\U0001ffff\U000e0067\U0010ffff"
    odd += "<>&\"'`[](){}|*_#=+-@:,;\\/%"
    usual = st.sampled_from(
        "aăâbcdđeêghiklmnoôơpqrstuưvxy \n\u200b\u202e\uf0b7<>&\"'`[](){}|*_#@:;\\"
    )
    every = st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from(odd), usual)
    words = st.one_of(st.text(usual, max_size=60), st.text(every, max_size=20))
    # A name with a lone bracket is half of something, and an error.
    name = st.text(usual.filter(lambda letter: letter not in "()[]{}"), max_size=30)
    whole = st.lists(st.tuples(words, words, words, words), min_size=30, max_size=30)
    seen = {True: 0, False: 0}

    @hypothesis.settings(
        max_examples=2, deadline=None, derandomize=True, database=None,
        phases=[hypothesis.Phase.generate],
    )  # fmt: skip
    @hypothesis.given(whole, st.tuples(name, name))
    def holds(articles, names):
        for number, (title, summary, tag, body) in enumerate(articles):
            line = {"tóm tắt": summary, "từ khóa": tag}
            plain = {
                key: value.replace("\n", " ").replace("\r", " ") for key, value in line.items()
            }
            text = article_text(f"Lời. {body}", title="A " + title.replace("\n", " "), **plain)
            site.write(f"tin-bai/b{number}.md", text.encode("utf-8", "replace"))
        group, person = (json.dumps(f"Mẫu {name}", ensure_ascii=False) for name in names)
        entry = f"  - {{mã: to-9, tên: {group}, loại: tổ chuyên môn, thành viên: [{person}]}}\n"
        site.write(
            "ke-hoach/2024-2025.yaml", PLAN_YAML.replace("chuyên mục:\n", f"{entry}chuyên mục:\n")
        )
        event = json.dumps("Lễ " + articles[0][0], ensure_ascii=False)
        site.write("lich.yaml", f"- ngày: 20/11/2024\n  việc: {event}\n".encode())

        checked = site.invoke("check", "--format", "json")
        published = site.publish("--keep-going", "--allow-removals")
        reported = site.invoke("report", "--month", "2024-11")

        problems = json.loads(checked.stdout)["problems"]
        wrong = {problem["path"] for problem in problems if problem["level"] == "error"}
        assert not any("ke-hoach" in path for path in wrong), checked.stdout
        assert published.returncode == 0, published.stdout + published.stderr
        assert reported.returncode == 0, reported.stdout + reported.stderr
        for number in range(len(articles)):
            is_public = (site.output / f"tin-bai/2024/11/b{number}/index.html").exists()
            seen[is_public] += 1
            assert is_public == (f"content/tin-bai/b{number}.md" not in wrong)
        assert well_formed(site) > 20

    holds()
    assert min(seen.values()) > 5, seen
