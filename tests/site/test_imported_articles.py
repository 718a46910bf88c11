"""Articles of an import, from the file of its decision to the pages, as a school sees it."""

import os
import re
import unicodedata
from datetime import date

import pytest
from sample import PLAN_YAML, article_text
from test_no_leak import picture

from newsroom.building.publishing import evaluate_content
from newsroom.commands.deciding.import_decisions import approve_import, record_import
from newsroom.domain.content.import_decision import ImportDecision
from newsroom.domain.problem import Level
from newsroom.domain.text.dates import parse_date
from newsroom.exports.findings.check import all_problems
from newsroom.intake.imports.import_text import import_as_text

LIST = "content/nhap/2024-11-20.yaml"
CHIEF = "Hiệu Trưởng Mẫu"
STRICT = PLAN_YAML.replace("đồng ý hình ảnh: không bắt buộc\n", "")
OLD = "tin-bai/2015-09/khai-giang.md"
PAGE = "tin-bai/2015/09/khai-giang/index.html"


def old(body="Lời văn của bài cũ.", **header):
    lines = {
        "title": "Khai giảng năm xưa",
        "duyet": None,
        "ngày": "05/09/2015",
        "tổ": "Tổ Văn phòng, Tổ 1",
        "tác_giả": "Cô Nguyễn Thị Xưa Mẫu và Lan Mẫu",
        "chuyên_mục": "Tin nhà trường",
        **header,
    }
    return article_text(body, **lines)


def bring(site, articles, by=CHIEF, **options):
    for path, text in articles.items():
        site.write(path, text)
    return record_import(
        site.content,
        [path for path in articles if path.endswith(".md")],
        source="truongcu.example",
        today=date(2024, 11, 20),
        by=by,
        **options,
    )


def approve(site, by=CHIEF, file=LIST, **environment):
    return site.invoke("approve", "--import", file, "--by", by, **environment)


def listed(site, text):
    path = site.root / LIST
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def evaluated(site, monkeypatch):
    """The site as `check` and `publish` judge it, in this process; and every problem."""

    def evaluate():
        monkeypatch.setenv("NEWSROOM_TODAY", site.today)
        found = evaluate_content(site.content, site.cache)
        return found, all_problems(found)

    return evaluate


def said(site):
    found = site.invoke("check")
    return found.stdout + found.stderr


# From the list to the page


def test_a_list_that_nobody_signed_waits_and_is_no_error(site):
    bring(site, {OLD: old()}, by="")

    checked, published = site.invoke("check"), site.publish()

    assert checked.returncode == published.returncode == 0
    assert "0 lỗi, 0 cảnh báo, 1 gợi ý" in checked.stdout
    assert f'python3 tasks.py approve --import {LIST} --by "{CHIEF}"' in checked.stdout
    assert PAGE not in site.files()
    assert not any(b"n\xc4\x83m x\xc6\xb0a" in content for content in site.files().values())


def test_one_command_lets_out_what_is_older_than_every_plan(site):
    bring(site, {OLD: old()}, by="")

    done, published = approve(site), site.publish()

    assert done.returncode == published.returncode == 0, done.stderr + published.stderr
    assert f"Đã duyệt 1 trong 1 bài của {LIST}: {CHIEF}" in done.stdout
    page = site.files()[PAGE].decode()
    assert 'chuyen-muc/bai-cu/">Bài cũ</a>' in page
    assert re.search(r"byline__groups\">Tổ Văn phòng, <a href=\"[./]*to/to-1/\">Tổ 1</a>", page)
    assert "Cô Nguyễn Thị Xưa Mẫu, <a" in page


def test_the_category_of_old_articles_has_page_menu_feed_and_a_place_in_the_search(site):
    bring(site, {OLD: old()})
    site.write("tin-bai/moi.md", article_text("Xem [bài cũ](/chuyen-muc/bai-cu/)."))

    published = site.publish()

    files = {name: content.decode(errors="replace") for name, content in site.files().items()}
    assert published.returncode == 0, published.stderr
    assert "Khai giảng năm xưa" in files["chuyen-muc/bai-cu/index.html"]
    assert "Khai giảng năm xưa" in files["feeds/chuyen-muc/bai-cu.atom.xml"]
    assert 'href="./chuyen-muc/bai-cu/"' in files["index.html"]
    assert "chuyen-muc/bai-cu" in files["tim-kiem/index.html"]
    assert "chuyen-muc/bai-cu" in files["so-do-trang/index.html"]
    assert 'chuyen-muc/bai-cu/">' in files["tin-bai/2024/11/moi/index.html"]


def test_without_an_old_article_there_is_no_such_category(site):
    site.write("tin-bai/moi.md", article_text())

    site.publish()

    assert not any(b"bai-cu" in content for content in site.files().values())


def test_a_category_of_any_plan_takes_what_it_names(site):
    bring(site, {OLD: old(chuyên_mục="Tài chính")})

    site.publish()

    assert 'chuyen-muc/tai-chinh/">Tài chính</a>' in site.files()[PAGE].decode()


def test_names_of_then_make_no_page_and_no_feed_of_their_own(site):
    bring(site, {OLD: old()})

    site.publish()

    assert not [name for name in site.files() if "xua" in name or "van-phong" in name]
    assert "tac-gia/lan-mau/index.html" in site.files()


def test_bare_pelican_lets_out_the_same(site):
    bring(site, {OLD: old()})

    done = site.pelican()

    assert done.returncode == 0, done.stderr
    assert PAGE in site.files()


# Who may, and what is refused


@pytest.mark.parametrize(
    ("by", "words"),
    [
        ("Phó Mẫu", "không có lời duyệt cuối"),
        ("Lan Mẫu", "không có tên trong ban biên tập"),
        ("", "Thiếu tên người duyệt"),
    ],
)
def test_nobody_else_approves_an_import_and_nothing_is_written(site, by, words):
    bring(site, {OLD: old()}, by="")
    before = (site.root / LIST).read_bytes()

    done = approve(site, by)

    assert done.returncode == 1
    assert words in done.stderr
    assert CHIEF in done.stderr
    assert (site.root / LIST).read_bytes() == before
    assert sorted(path.name for path in (site.content / "nhap").iterdir()) == ["2024-11-20.yaml"]


def test_a_file_that_is_no_import_is_named_with_those_that_are(site):
    bring(site, {OLD: old()}, by="")

    done = approve(site, file="content/truong.yaml")

    assert done.returncode == 1
    assert LIST in done.stderr


def test_what_has_an_error_or_lies_ahead_stays_waiting_and_is_named(site):
    broken, ahead = "tin-bai/2015-09/hong.md", "tin-bai/2024-12/mai.md"
    bring(
        site,
        {OLD: old(), broken: old("![Ảnh](khong-co.jpg)"), ahead: old(ngày="01/12/2024")},
        by="",
    )

    done = approve(site)

    assert done.returncode == 0
    assert "Đã duyệt 1 trong 3 bài" in done.stdout
    assert "khong-co.jpg" in done.stdout
    assert "2 bài còn chờ" in done.stdout
    text = (site.root / LIST).read_text()
    assert f"- {broken}\n" in text
    assert f"- {ahead}\n" in text
    site.write(broken, old("Nay đã sửa."))
    assert "Đã duyệt 2 trong 3 bài" in approve(site).stdout


def test_approving_twice_writes_nothing_more(site):
    bring(site, {OLD: old()})
    before = (site.root / LIST).read_bytes()

    assert "đã duyệt rồi" in approve(site).stdout
    assert (site.root / LIST).read_bytes() == before


# Edited, renamed, swapped, deleted


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Lời văn", "Lời lẽ"),
        ("năm xưa", "năm nay"),
        ("05/09/2015", "06/09/2015"),
        ("Cô Nguyễn Thị Xưa Mẫu", "Cô Nguyễn Thị Xửa Mẫu"),
        ("Tổ Văn phòng", "Tổ Văn thư"),
        ("Tin nhà trường", "Tin khác"),
    ],
)
def test_an_article_changed_afterwards_waits_for_a_yes_of_its_own(site, evaluated, was, now):
    text = old()
    bring(site, {OLD: text})
    assert len(evaluated()[0].publication.articles) == 1
    site.write(OLD, text.replace(was, now))

    found, problems = evaluated()

    assert found.publication.articles == found.blocking_errors == ()
    assert [p.message[:46] for p in problems] == ["Lần duyệt này chưa có hiệu lực: Sửa sau khi nh"]


def test_whoever_is_on_the_board_approves_an_edited_one(site):
    bring(site, {OLD: old()})
    site.write(OLD, old("Lời văn đã sửa."))

    done = site.invoke("approve", f"content/{OLD}", "--by", "Phó Mẫu")

    assert done.returncode == 0, done.stderr
    assert site.publish().returncode == 0
    assert "Lời văn đã sửa." in site.files()[PAGE].decode()


def test_two_listed_files_that_change_places_both_wait(site):
    other = "tin-bai/2015-09/be-giang.md"
    bring(site, {OLD: old("Một."), other: old("Hai.")})
    site.write(OLD, old("Hai."))
    site.write(other, old("Một."))

    site.publish()

    assert not [name for name in site.files() if name.startswith("tin-bai/")]


def test_an_unlisted_article_in_the_same_folder_is_no_imported_one(site):
    bring(site, {OLD: old()})
    site.write("tin-bai/2015-09/lau.md", old("Chưa ai thấy."))

    words = said(site)
    site.publish()

    assert "lau.md:3: lỗi: Chưa có kế hoạch nào cho ngày 05/09/2015" in words
    assert not any(
        b"Ch\xc6\xb0a ai th\xe1\xba\xa5y" in content for content in site.files().values()
    )


def test_a_renamed_one_is_no_listed_one_and_the_list_says_what_it_misses(site):
    bring(site, {OLD: old()})
    (site.content / OLD).rename((site.content / OLD).with_name("doi-ten.md"))

    words = said(site)
    site.publish()

    assert f"{LIST}:10: gợi ý: Không còn bài {OLD}." in words
    assert not [name for name in site.files() if name.startswith("tin-bai/")]


def test_a_deleted_one_is_advice_at_most(site):
    bring(site, {OLD: old(), "tin-bai/2015-09/hai.md": old("Hai.")})
    (site.content / OLD).unlink()

    checked, published = site.invoke("check"), site.publish()

    assert checked.returncode == published.returncode == 0
    assert "0 lỗi, 0 cảnh báo, 1 gợi ý" in checked.stdout
    assert "tin-bai/2015/09/hai/index.html" in site.files()


def test_a_plan_of_those_years_that_comes_later_changes_nothing(site):
    bring(site, {OLD: old(tác_giả="Lan Mẫu", tổ="Tổ 1", chuyên_mục="Hoạt động")})
    years = PLAN_YAML.replace("2025", "2016").replace("2024", "2015").replace("mã: to-1", "mã: t1")
    site.write("ke-hoach/2015-2016.yaml", years.replace("mã: hoat-dong", "mã: viec"))

    published = site.publish()

    assert published.returncode == 0, published.stderr
    assert PAGE in site.files()


# Files written by hand


@pytest.mark.parametrize(
    ("change", "line", "words"),
    [
        (lambda t: t.replace(CHIEF, "Phó Mẫu"), 8, "tệp bị sửa sau khi"),
        (lambda t: t.replace("giữ lại", "đăng"), 8, "tệp bị sửa sau khi"),
        (lambda t: t.replace("  - tin", "  - tin-bai/2015-09/la.md\n  - tin"), 8, "bị sửa sau khi"),
        (lambda t: re.sub(r"md [0-9a-f]{4}", "md 0000", t), 8, "tệp bị sửa sau khi"),
        (lambda t: re.sub(r"(md [0-9a-f]{11}).", r"\1", t), 10, "Không hiểu"),
        (lambda t: t.replace("- tin-bai", "- tin-bai/../tin-bai"), 10, "không phải là một bài"),
        (lambda t: t.replace("- tin-bai", "- /tin-bai"), 10, "không phải là một bài"),
        (lambda t: t.replace("- tin-bai", "- van-ban"), 10, "không phải là một bài"),
        (lambda t: t.replace("- tin-bai/", "- tin-bai//"), 10, "không phải là một bài"),
        (lambda t: t.replace("- tin-bai/", "- tin-bai/.an/"), 10, "không phải là một bài"),
        (lambda t: t + t[t.index("  - tin") :], 11, "đã ghi ở dòng 10"),
        (lambda t: re.sub(r"dấu: .*\n", "", t), 3, "thiếu dòng “dấu”"),
        (lambda t: re.sub(r"ngày duyệt: .*\n", "", t), 3, "thiếu dòng “ngày duyệt”"),
        (lambda t: re.sub(r"người duyệt: .*\n", "", t), 7, "thiếu dòng “người duyệt”"),
        (lambda t: t.replace("20/11/2024", "31/02/2024"), 4, "không phải là một ngày"),
        (lambda t: t.replace("ảnh cũ: giữ lại", "ảnh cũ: tùy"), 6, "Không hiểu “tùy”"),
        (lambda t: t.replace("nguồn:", "nguoon:"), 5, "Không có khóa"),
        (lambda t: t.replace("nguồn: ", "nguồn: &a ") + "  - *a\n", 1, "dấu & và *"),
        (lambda t: t.replace("  - tin", "\t- tin"), 10, "viết sai dạng"),
        (lambda t: f"<<<<<<< HEAD\n{t}=======\n{t}>>>>>>> nhap\n", 1, "<<<<<<<"),
        (lambda t: "", 1, "rỗng"),
    ],
)
def test_a_list_that_was_changed_by_hand_lets_nothing_out_and_is_told_once(
    site, evaluated, change, line, words
):
    bring(site, {OLD: old()})
    text = (site.root / LIST).read_text()
    assert len(evaluated()[0].publication.articles) == 1
    assert change(text) != text
    listed(site, change(text))

    found, problems = evaluated()

    errors = [problem for problem in problems if problem.is_error]
    assert found.publication.articles == ()
    assert (errors[0].path, errors[0].line) == (LIST, line)
    assert words in errors[0].message
    assert errors[0].hint
    assert errors[0] in found.blocking_errors
    # What is still on the list is told nothing else: the cause stands where it is.
    is_named = f"- {OLD}" in change(text).replace("\t", "")
    assert len(errors) == (1 if is_named else 2), errors


@pytest.mark.parametrize(
    ("by", "on", "words"),
    [
        ("Phó Mẫu", "20/11/2024", "không có lời duyệt cuối"),
        ("Lạ Mẫu", "20/11/2024", "không có tên trong ban biên tập"),
        (CHIEF, "01/12/2024", "chưa tới"),
        (CHIEF, "20/11/2014", "Chưa có kế hoạch nào"),
    ],
)
def test_a_well_sealed_list_by_the_wrong_person_or_of_the_wrong_day_is_told_with_the_command(
    site, evaluated, by, on, words
):
    bring(site, {OLD: old()})
    files = dict(re.findall(r"- (\S+\.md) (\w+)", (site.root / LIST).read_text()))
    decision = ImportDecision(path=LIST, by=by, on=parse_date(on))
    sealed = ImportDecision(path=LIST, by=by, on=parse_date(on), seal=decision.seal_over(files))
    listed(site, import_as_text(sealed, files, LIST))

    found, problems = evaluated()

    assert [(p.path, p.line, p.level) for p in problems] == [(LIST, 3, Level.ERROR)]
    assert words in problems[0].message
    assert f'approve --import {LIST} --by "{CHIEF}"' in problems[0].hint
    assert found.publication.articles == ()
    approve_import(site.content, str(site.root / LIST), CHIEF, date(2024, 11, 30), say=len)
    assert len(evaluated()[0].publication.articles) == 1


def test_one_file_in_two_lists_is_told_at_the_second(site):
    bring(site, {OLD: old()})
    text = (site.root / LIST).read_text()
    (site.root / LIST).with_name("2024-11-21.yaml").write_text(text)

    words = said(site)

    assert f"content/nhap/2024-11-21.yaml:10: lỗi: {OLD} đã ghi ở {LIST}, dòng 10" in words


# Pictures


def with_pictures(**header):
    body = 'Mở.\n\n![Em đọc sách](a.jpg "Chú thích riêng")\n\n[Ảnh lớn](b.jpg)\n\nHết.'
    return old(body, ảnh="a.jpg", thư_viện="bo/", **header)


PICTURES = {
    "tin-bai/2015-09/a.jpg": picture("x", (40, 90, 90)),
    "tin-bai/2015-09/b.jpg": picture("x", (80, 90, 90)),
    "tin-bai/2015-09/bo/c.jpg": picture("x", (120, 90, 90)),
}


def test_old_pictures_stay_withheld_and_their_article_does_not(site):
    site.write("ke-hoach/2024-2025.yaml", STRICT)
    bring(site, {**PICTURES, OLD: with_pictures()})

    published, words = site.publish(), said(site)

    files = site.files()
    assert published.returncode == 0, published.stderr
    page = files[PAGE].decode()
    assert "Mở." in page
    assert "Hết." in page
    assert "<figure" not in page
    assert "og:image" not in page
    assert not [name for name in files if name.startswith("anh/")]
    assert not any("Chú thích riêng".encode() in content for content in files.values())
    assert "Ảnh cũ của 1 bài chưa hiện" in words
    assert "NR-PEOPLE-001" not in words


@pytest.mark.parametrize("header", [{"đồng_ý_hình_ảnh": "có"}, {}])
def test_consent_of_the_article_or_the_decision_shows_them(site, header):
    bring(site, {**PICTURES, OLD: with_pictures(**header)}, shows_pictures=not header)

    site.publish()

    page = site.files()[PAGE].decode()
    assert page.count("<figure") >= 1
    assert "og:image" in page


def test_a_refusal_in_the_article_goes_before_the_decision(site):
    bring(site, {**PICTURES, OLD: with_pictures(đồng_ý_hình_ảnh="không")}, shows_pictures=True)

    site.publish()

    assert "<figure" not in site.files()[PAGE].decode()
    assert not [name for name in site.files() if name.startswith("anh/")]


# Decisions afterwards


def test_withdraw_return_and_correct_work_on_an_imported_article(site):
    bring(site, {OLD: old()})
    site.publish()

    assert site.invoke("correct", f"content/{OLD}", "--by", "Phó Mẫu", "--why", "Sai tên").stdout
    site.publish()
    assert "Sai tên" in site.files()[PAGE].decode()

    site.invoke("return", f"content/{OLD}", "--by", "Phó Mẫu", "--why", "Xem lại")
    site.publish("--allow-removals")
    assert PAGE not in site.files()

    site.invoke("approve", f"content/{OLD}", "--by", CHIEF)
    site.publish()
    assert PAGE in site.files()

    site.invoke("withdraw", f"content/{OLD}", "--by", "Phó Mẫu", "--why", "Gia đình xin")
    site.publish("--allow-removals")
    assert "Khai giảng" not in site.files()[PAGE].decode()


def test_a_decision_that_goes_takes_its_articles_down(site):
    bring(site, {f"tin-bai/2015-09/bai-{n}.md": old(f"Bài {n}.") for n in range(12)})
    site.publish()
    (site.root / LIST).unlink()

    refused = site.publish("--keep-going")

    assert refused.returncode == 1
    assert "--allow-removals" in refused.stderr


# What counts


QUOTAS = """\
chỉ tiêu:
  - {mã: to, nội dung: Mỗi tổ 1 bài, ai: mỗi tổ chuyên môn, ít nhất: 1, mỗi: tháng, tính theo: đăng}
điểm:
  - {nội dung: Bài được đăng, điểm: 5, tính theo: đăng}
"""


@pytest.mark.parametrize(("counts", "number"), [(False, "0"), (True, "1")])
def test_imported_articles_count_only_where_the_decision_says_so_and_never_in_points(
    site, counts, number
):
    site.write("ke-hoach/2024-2025.yaml", PLAN_YAML + QUOTAS)
    bring(site, {OLD: old(ngày="12/11/2024", tác_giả="Lan Mẫu", tổ="Tổ 1")}, counts=counts)

    counted = site.invoke("quota", "--month", "2024-11").stdout
    site.invoke("build")

    assert re.search(rf"Tổ 1 +{number}/1", counted), counted
    people = (site.desk / "ca-nhan/2024-2025/index.html").read_text()
    assert not re.search(r"Lan Mẫu.{0,400}\b5\b điểm", people, re.DOTALL)


# The desk


def test_the_desk_shows_an_import_as_one_thing_to_decide(site):
    two = {OLD: old(tổ=None), "tin-bai/2015-09/hai.md": old("Hai.", title="Bài hai")}
    bring(site, two, by="")

    done = site.invoke("build")

    desk = (site.desk / "index.html").read_text()
    assert done.returncode == 0, done.stderr
    assert "Lần nhập chờ duyệt (1)" in desk
    assert "truongcu.example: 2 bài" in desk
    assert f"<li>Chờ duyệt lần nhập ở {LIST}</li>" in desk
    assert "ngày trước" not in desk
    assert "Chưa tính là nộp" not in desk
    assert f"python3 tasks.py approve --import {LIST} --by &#34;{CHIEF}&#34;" in desk
    assert desk.count("cho-duyet/") == 3


def test_the_audit_lists_the_decision_with_its_seal(site):
    bring(site, {OLD: old()})

    site.invoke("build")

    audit = (site.desk / "ban-bien-tap/index.html").read_text()
    seal = re.search(r"dấu: (\w+)", (site.root / LIST).read_text())[1]
    assert re.search(rf"{CHIEF}</th>\s*<td>duyệt lần nhập, dấu <code>{seal}</code>", audit)
    assert "1 bài, từ truongcu.example; ảnh cũ giữ lại" in audit
    assert "duyệt lần nhập" in (site.desk / "ban-bien-tap/2024-2025.csv").read_text("utf-8-sig")


def test_nobody_is_walked_through_an_archive(site):
    bring(site, {OLD: old()}, by="")

    done = site.invoke("approve", "--all-waiting", "--by", CHIEF)

    assert "còn 0 bài chờ" in done.stdout


# Paths


def test_a_path_is_the_same_in_each_form_of_its_letters(site, evaluated):
    path = unicodedata.normalize("NFD", "tin-bai/2015-09/lễ-hội.md")
    bring(site, {path: old()}, by="")
    approve_import(site.content, str(site.root / LIST), CHIEF, date(2024, 11, 30), say=len)
    text = (site.root / LIST).read_text()

    for form in ("NFC", "NFD"):
        listed(site, unicodedata.normalize(form, text))
        assert [a.path for a in evaluated()[0].publication.articles] == [
            unicodedata.normalize("NFC", path)
        ]


def test_a_path_in_other_letters_names_another_file(site, evaluated):
    bring(site, {OLD: old()}, by="")
    listed(site, (site.root / LIST).read_text().replace("khai-giang.md", "Khai-Giang.md"))
    approve_import(site.content, str(site.root / LIST), CHIEF, date(2024, 11, 30), say=len)

    found, problems = evaluated()

    assert found.publication.articles == ()
    assert {problem.path for problem in problems} == {LIST, f"content/{OLD}"}


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="links need rights on Windows")
def test_neither_a_list_nor_an_article_comes_from_outside_through_a_link(site, evaluated):
    bring(site, {OLD: old()})
    outside = site.root / "ngoai"
    outside.mkdir()
    (site.root / LIST).rename(outside / "a.yaml")
    (site.root / LIST).symlink_to(outside / "a.yaml")
    assert evaluated()[0].publication.articles == ()

    (site.root / LIST).unlink()
    (outside / "a.yaml").rename(site.root / LIST)
    assert len(evaluated()[0].publication.articles) == 1

    (site.content / OLD).rename(outside / "khai-giang.md")
    (site.content / OLD).symlink_to(outside / "khai-giang.md")
    assert evaluated()[0].publication.articles == ()


def test_a_newer_list_that_nobody_signed_takes_no_article_over(site, evaluated):
    bring(site, {OLD: old()})
    (site.root / LIST).with_name("0000.yaml").write_text(f"bài:\n  - {OLD}\n")

    found, problems = evaluated()

    assert len(found.publication.articles) == 1
    assert [problem.path for problem in problems if problem.is_error] == ["content/nhap/0000.yaml"]


def test_a_list_of_twenty_thousand_is_no_file_too_large(site, evaluated):
    bring(site, {OLD: old()})
    more = "".join(f"  - tin-bai/2015-09/bai-{n}.md {n:012x}\n" for n in range(20_000))
    listed(site, (site.root / LIST).read_text() + more)

    problems = evaluated()[1]

    assert "Dấu không khớp với danh sách" in problems[0].message
    assert len([problem for problem in problems if problem.is_error]) == 1


def test_a_theme_of_pelicans_kind_shows_names_of_then(site):
    bring(site, {OLD: old()})
    conf = site.root / "publishconf.py"
    conf.write_text(conf.read_text() + "\nTHEME = 'simple'\n")

    done = site.pelican()

    assert done.returncode == 0, done.stderr
    assert "Cô Nguyễn Thị Xưa Mẫu" in site.files()[PAGE].decode()


# Before the yes


def test_whoever_approves_hears_first_of_what_tells_of_children(site):
    bring(site, {OLD: old("Liên hệ phụ huynh em Lan: 0912 345 678."), "tin-bai/b.md": old()}, by="")

    told = approve(site).stdout

    assert told.index("1 bài có thể nêu điều riêng của các em") < told.index("Đã duyệt 2 trong 2")
    assert OLD in told
    assert "0912" not in told


@pytest.mark.parametrize("path", ["trang/a.md", "van-ban/a.md", "../a.md", "tin-bai/../a.md"])
def test_an_import_records_articles_alone(site, path):
    with pytest.raises(ValueError, match="not below"):
        record_import(site.content, [path], source="cũ", today=date(2024, 11, 20))

    assert not (site.content / "nhap").exists()


def test_names_that_todays_plan_does_not_know_are_names_also_in_its_own_year(site, evaluated):
    bring(site, {"tin-bai/2024-11/a.md": old(ngày="12/11/2024", tác_giả="Ai Đó", tổ="Tổ 11")})

    found, problems = evaluated()

    assert problems == ()
    article = found.publication.articles[0]
    assert [ref.name for ref in (*article.groups, *article.authors)] == ["Tổ 11", "Ai Đó"]
    assert article.lacks == ()
