"""A remedy is right: typed as it stands, its problem is gone, and no other error has come.

Every message of `check` that gives something to type is obeyed by a program that knows no more of
the site than its writer: over the twenty commonest mistakes of the handbook and slips of our own.
"""

import re
import shutil
import subprocess

import pytest
from demo_content import DEMO
from sample import write_file
from test_handbook_mistakes import BASE, BLOCK, FOLDER, MISTAKES, article_with, saved

from newsroom.building.publishing import evaluate_content
from newsroom.commands.checking.check import findings_of
from newsroom.domain.content.photo_package import Consent
from newsroom.domain.text.vietnamese import fold_key
from newsroom.intake.header.header import read_header
from newsroom.vocabulary.content import consent_named

KEY = r"[^\s:“”][^:“”]{0,24}"
LINE = re.compile(rf"(?:Ghi|Thêm dòng|dòng):?  ({KEY}): (.+?)(?=  |$)")
ASKED = re.compile(r"Có phải là “([^”]+)”\?")
NAMED = re.compile(r"“([^”]+)”")
NAME = re.compile(r"Đổi tên tệp(?: thành|, ví dụ) (\S+\.md)")


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    """The demo's school and plans with a few of its files; the same for all, for they are read."""
    content = tmp_path_factory.mktemp("remedies") / "content"
    shutil.copytree(DEMO / "ke-hoach", content / "ke-hoach")
    for name in ("truong.yaml", "anh/thu-vien.jpg", "tin-bai/2026-10/lop-mot-di-nhat-chu.md"):
        write_file(content, name, (DEMO / name).read_bytes())
    return content


@pytest.fixture
def site(content, monkeypatch):
    monkeypatch.setenv("NEWSROOM_TODAY", "21/11/2026")
    yield content
    shutil.rmtree(content / FOLDER, ignore_errors=True)


def found_in(content, name):
    path = f"content/{FOLDER}{name}"
    cache = content.parent / ".cache"
    return [p for p in findings_of(content, cache).problems if p.path == path]


def obeyed(text, name, problem):
    """The text and name of the file once somebody obeyed; None where there is nothing to type."""
    lines = text.split("\n")
    if "\n---\n" in problem.hint:
        return f"{problem.hint.split(chr(10), 1)[1]}\n{text}", name
    if "dòng --- vào ngay sau dòng này" in problem.hint:
        return "\n".join([*lines[: problem.line], "---", *lines[problem.line :]]), name
    if renamed := NAME.search(problem.hint):
        return text, renamed[1]
    if typed := LINE.search(problem.hint):
        key, value = typed[1], typed[2].rstrip(" .") if "…" in typed[2] else typed[2]
        return _with_line(lines, problem, key, value), name
    if (asked := ASKED.search(problem.hint)) and (meant := NAMED.search(problem.message)):
        lines[problem.line - 1] = lines[problem.line - 1].replace(meant[1], asked[1], 1)
        return "\n".join(lines), name
    return None


def _with_line(lines, problem, key, value):
    """The line in the place of the one that the message shows, or of the same key; else added."""
    here = [n for n, line in enumerate(lines) if fold_key(line.split(":")[0]) == fold_key(key)]
    at = problem.line - 1
    is_header_line = at > 0 and lines[at].strip() not in ("", "---")
    if "Thêm dòng" in problem.hint:
        fence = next((n for n, line in enumerate(lines) if n and line.strip() == "---"), 1)
        lines.insert(fence, f"{key}: {value}")
    elif is_header_line and (at in here or not here or "Có phải là" in problem.hint):
        lines[at] = f"{key}: {value}"
    elif here:
        lines[here[-1]] = f"{key}: {value}"
    else:
        lines.insert(1, f"{key}: {value}")
    if "ghi hai lần" in problem.message:
        del lines[here[0]]
    return "\n".join(lines)


def errors(problems):
    return {re.sub(r"\d+", "N", problem.message) for problem in problems if problem.is_error}


def check_all(content, text, name="vi-du.md", encode=str.encode):
    """Obey every remedy of the file, each alone; how many there were."""
    write_file(content, FOLDER + name, encode(text))
    before, count = found_in(content, name), 0
    for problem in before:
        made = obeyed(text, name, problem)
        if made is None:
            continue
        count += 1
        new_text, new_name = made
        (content / FOLDER / name).unlink()
        write_file(content, FOLDER + new_name, new_text.encode())
        after = found_in(content, new_name)
        assert problem.message not in {one.message for one in after}, (problem, new_text)
        assert errors(after) <= errors(before) - errors([problem]), (problem, new_text, after)
        (content / FOLDER / new_name).unlink()
        write_file(content, FOLDER + name, encode(text))
    return count


@pytest.mark.parametrize("name", MISTAKES)
def test_the_remedy_of_a_common_mistake_is_right(site, name):
    section = MISTAKES[name]
    typed = BLOCK.findall(section)[0]
    file = section.partition("<!-- tệp: ")[2].partition(" -->")[0] or "vi-du.md"

    check_all(site, article_with(typed), file, lambda text: saved(text, section))


SLIPS = {
    "no group": {"tổ: Tổ 1": None},
    "no author": {"tác giả: Bùi Thị Mẫu Hà": None},
    "no category": {"chuyên mục: Chuyên môn": None},
    "no date": {"ngày: 20/11/2026": None},
    "no title": {"tiêu đề: Lớp 1A đọc sách dưới gốc bàng": None},
    "an author without marks": {"Bùi Thị Mẫu Hà": "Bui Thi Mau Ha"},
    "an author by given name": {"Bùi Thị Mẫu Hà": "cô Hà"},
    "two authors, one misspelt": {"Bùi Thị Mẫu Hà": "Bùi Mẫu Hà / Đinh Văn Mẫu Phúc"},
    "an author and her class": {"Bùi Thị Mẫu Hà": "Bùi Thị Mẫu Hà và các em lớp 1A"},
    "a group by its kind": {"tổ: Tổ 1": "tổ: Tổ chuyên môn 1"},
    "two groups, one misspelt": {"tổ: Tổ 1": "tổ: Tổ 1, Cong doan"},
    "a category without marks": {"Chuyên môn": "Chuyen mon"},
    "a misspelt key": {"chuyên mục:": "chuyên mụt:"},
    "a key without its colon": {"tổ: Tổ 1": "tổ Tổ 1"},
    "a title without its colon": {"tiêu đề: Lớp": "tiêu đề Lớp"},
    "two lines of groups": {"tổ: Tổ 1": "tổ: Tổ 1\ntổ: Công đoàn"},
    "a genre": {"đồng ý hình ảnh: có": "đồng ý hình ảnh: có\nthể loại: phóng xự"},
    "a day that is none": {"20/11/2026": "31/11/2026"},
    "a month first": {"20/11/2026": "11/20/2026"},
    "no year": {"20/11/2026": "20/11"},
    "handed in on no day": {"đồng ý hình ảnh: có": "đồng ý hình ảnh: có\nnộp: 31/11/2026"},
    "an approval without its day": {"đồng ý hình ảnh: có": "duyệt: Trần Văn Mẫu Bình"},
    "an approval without its year": {"đồng ý hình ảnh: có": "duyệt: Trần Văn Mẫu Bình, 20/11"},
    "a role not held": {"đồng ý hình ảnh: có": "duyệt: Trần Văn Mẫu Bình, 20/11/2026, tài chính"},
    "a return without a day": {"đồng ý hình ảnh: có": "trả lại: Trần Văn Mẫu Bình"},
    "an indented withdrawal": {"đồng ý hình ảnh: có": "  gỡ: Trần Văn Mẫu Bình, 20/11/2026, sai"},
    "a picture": {"Sáng thứ Tư": "![Năm em đọc sách](thu-viem.jpg)\n\nSáng thứ Tư"},
    "sent to nobody": {"đồng ý hình ảnh: có": "gửi: 20/11/2026"},
    "sent without a day": {"đồng ý hình ảnh: có": "gửi: Sở"},
    "a link that is none": {"đồng ý hình ảnh: có": "được đăng: Sở, 20/11/2026, so.example"},
    "a video without https": {"đồng ý hình ảnh: có": "video: youtu.be/aqz-KE-bpKQ"},
}


@pytest.mark.parametrize("name", SLIPS)
def test_the_remedy_of_a_slip_is_right(site, name):
    text = BASE
    for old, new in SLIPS[name].items():
        text = text.replace(f"{old}\n", "") if new is None else text.replace(old, new, 1)

    assert check_all(site, text)


@pytest.mark.parametrize("name", ["Tran Van Mau Binh", "thầy Bình", "Trần Văn Mẫu Bình (PHT)"])
def test_an_approver_who_may_is_asked_for_by_name(site, name):
    text = BASE.replace("đồng ý hình ảnh: có", f"đồng ý hình ảnh: có\nduyệt: {name}, 20/11/2026")
    write_file(site, FOLDER + "vi-du.md", text)

    (problem,) = found_in(site, "vi-du.md")
    write_file(site, FOLDER + "vi-du.md", text.replace(name, ASKED.search(problem.hint)[1]))

    assert found_in(site, "vi-du.md") == []


def test_the_header_that_is_offered_to_a_file_without_one_is_right(site):
    assert check_all(site, "Lễ khai giảng\n\nSáng nay cả trường dự lễ, ai cũng vui.") == 1


def test_two_files_of_one_slug_get_a_remedy_that_parts_them(site):
    text = BASE.replace("tóm tắt:", "slug: trung\ntóm tắt:")
    write_file(site, FOLDER + "a.md", text)

    assert check_all(site, text, "b.md") == 1
    assert check_all(site, BASE, "trung.md") == 1


NO_YES = [
    "chưa duyệt",
    "đã duyệt",
    "không",
    "An, 20/11, chưa đồng ý đoạn cuối",
    "Nguyễn Thị Mẫu An, 20/11/2026, chưa đồng ý đoạn cuối",
    "Nguyễn Thị Mẫu An, 20/11/2026, đồng ý nếu bỏ ảnh",
    "Nguyễn Thị Mẫu An, 20/11/2026, xem lại đoạn cuối",
    "không, Nguyễn Thị Mẫu An, 20/11/2026",
    "Nguyen Thi Mau An, 20/11/2026, chua duoc",
    "Chưa Duyệt, 20/11/2026",
    "Nguyễn Thị Mẫu An không duyệt, 20/11/2026",
    "chờ cô An, 20/11/2026",
    "Hiệu trưởng, 20/11/2026",
    "Nguyễn Thị Mẫu Anh, 20/11/2026",
    "Bùi Thị Mẫu Hà, 20/11/2026",
]


@pytest.mark.parametrize("value", NO_YES)
def test_no_remedy_makes_a_yes_of_what_was_none(site, value):
    text = BASE.replace("đồng ý hình ảnh: có", f"đồng ý hình ảnh: có\nduyệt: {value}")
    write_file(site, FOLDER + "vi-du.md", text)
    problems = found_in(site, "vi-du.md")

    assert any("uyệt" in problem.message for problem in problems)
    for problem in problems:
        made = obeyed(text, "vi-du.md", problem)
        if made is None:
            continue
        write_file(site, FOLDER + "vi-du.md", made[0])
        evaluation = evaluate_content(site, site.parent / ".cache")
        assert f"{FOLDER}vi-du.md" in {held.record.path for held in evaluation.withheld}, problem


def test_an_approver_is_suggested_only_with_the_right_of_that_day(site):
    """The accountant may not approve for the board, and a teacher may not approve at all."""
    for value in ("Pham Thi Mau Dung, 20/11/2026", "cô Giang, 20/11/2026"):
        text = BASE.replace("đồng ý hình ảnh: có", f"duyệt: {value}")
        write_file(site, FOLDER + "vi-du.md", text)

        (problem,) = [p for p in found_in(site, "vi-du.md") if "Lần duyệt" in p.message]

        assert problem.hint.startswith("Nhờ người khác trong ban biên tập duyệt: Nguyễn Thị Mẫu An")


def test_consent_in_words_not_understood_is_told_once_and_claims_nothing(site):
    text = BASE.replace("hình ảnh: có", "hình ảnh: chưa hỏi").replace(
        "Sáng thứ Tư", "![Năm em](thu-vien.jpg)\n\nSáng thứ Tư"
    )
    write_file(site, FOLDER + "vi-du.md", text)

    messages = [problem.message for problem in found_in(site, "vi-du.md")]

    assert messages == ["Không hiểu “chưa hỏi” ở dòng đồng ý hình ảnh."]


def test_a_file_that_cannot_be_read_is_told_once(site):
    text = BASE.replace("đồng ý hình ảnh: có", "duyệt: Nguyễn Thị Mẫu An, 20/11\ngỡ: An")
    write_file(site, FOLDER + "vi-du.md", text.encode("utf-16"))

    (problem,) = found_in(site, "vi-du.md")

    assert problem.message == "Tệp lưu bằng mã UTF-16, không phải UTF-8."


@pytest.mark.parametrize(
    ("words", "consent"),
    [("true", Consent.GIVEN), ("false", Consent.REFUSED), ("có (đã hỏi)", Consent.GIVEN),
     ("chưa hỏi", None)],
)  # fmt: skip
def test_consent_is_read_as_editors_and_people_write_it(words, consent):
    assert consent_named(words) is consent


def test_what_the_remedies_write_is_read_as_a_header(site):
    assert read_header(BASE, "a.md").problems == []


def test_a_missing_header_is_offered_in_the_name_of_who_brought_the_file(site):
    def git(*words):
        subprocess.run(["git", "-C", site.parent, *words], check=True, capture_output=True)

    write_file(site, FOLDER + "vi-du.md", "Lễ khai giảng")
    git("init", "-q")
    git("config", "user.email", "truyenthong@saomau.example")
    (problem,) = [p for p in found_in(site, "vi-du.md") if p.is_error]
    shutil.rmtree(site.parent / ".git")

    assert problem.message == "Bài chưa có phần đầu bài."
    assert "\ntổ: Bộ phận thường trực truyền thông\n" in problem.hint
    assert "\ntác giả: Lê Thị Mẫu Chi\n" in problem.hint
