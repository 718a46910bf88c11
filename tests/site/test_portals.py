"""A link of “được đăng” is shown only where it leads to the office that it names."""

import io
import json
import zipfile

import pytest
from paper_readers import Office
from sample import PLAN_YAML, SCHOOL_YAML, article_text

from newsroom.commands.checking.check import findings_of
from newsroom.exports.findings.terminal import problem_lines

EVIL = "https://so.example@evil.example/mua-hang"
QUOTA = """\
chỉ tiêu:
  - {mã: dang, nội dung: Đăng, ai: toàn trường, ít nhất: 1, mỗi: tháng, tính theo: được đăng}
"""
LINES = (
    f"Sở, 15/11/2024, {EVIL}\n"
    "được đăng: Sở, 16/11/2024, https://tin.so.example/that\n"
    "gửi: Báo Mẫu, 13/11/2024, https://evil.example/gui\n"
    "được đăng: Báo Mẫu, 17/11/2024, https://baomau.example/bai"
)


@pytest.fixture(scope="module")
def carried(module_site):
    site = module_site
    site.write("ke-hoach/2024-2025.yaml", PLAN_YAML + QUOTA)
    site.write("tin-bai/bai.md", article_text(title="Bài hay", được_đăng=LINES))
    made = [site.publish(), site.invoke("build"), site.invoke("report", "--month", "2024-11")]
    assert [one.returncode for one in made] == [0, 0, 0], [one.stderr for one in made]
    return site


def unzipped(content):
    """The bytes, and of a Word or Excel file those of its parts."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as held:
        return b"".join(map(held.read, held.namelist()))


def test_a_strangers_link_is_in_no_file_of_either_edition_and_in_no_paper(carried):
    papers = carried.files(carried.root / "reports")

    assert papers
    for files in (carried.files(), carried.files(carried.desk), papers):
        assert [name for name, content in files.items() if b"evil" in unzipped(content)] == []


def test_the_carrying_counts_and_a_link_to_the_office_is_shown(carried):
    files = carried.files()

    page = files["tin-bai/2024/11/bai/index.html"].decode()
    assert page.count("https://tin.so.example/that") == 1
    assert page.count("Sở GD&amp;ĐT Mẫu") >= 2
    assert "https://tin.so.example/that" in files["lien-ket/index.html"].decode()
    tally = json.loads(files["thong-ke/2024-2025.json"])
    cells = {cell["period"]: cell["count"] for cell in tally["quotas"][0]["cells"]}
    assert cells["2024-11"] == 1


def said(site, *paths):
    return problem_lines(findings_of(site.content, site.cache, paths).problems)


def test_check_advises_with_the_line_and_what_to_add(carried, monkeypatch):
    monkeypatch.setenv("NEWSROOM_TODAY", carried.today)

    words = said(carried)

    assert (
        f"content/tin-bai/bai.md:8: gợi ý: Liên kết “{EVIL}” không hiện trên trang: nó không dẫn"
        " tới cổng của Sở GD&ĐT Mẫu (https://so.example)." in words
    )
    assert "Chép lại nguyên địa chỉ" in words
    assert "“https://evil.example/gui” không hiện trên trang: Báo Mẫu chưa có cổng." in words
    assert (
        "ghi vào mục “Báo Mẫu” trong content/truong.yaml:  cổng: https://baomau.example  ;" in words
    )
    assert "tin.so.example" not in words


@pytest.mark.parametrize(
    "portals", ["https://baomau.example", "[https://bao.example, https://baomau.example/]"]
)
def test_what_was_advised_shows_the_link_from_the_next_build(carried, tmp_path, portals):
    site = carried.copied(tmp_path)
    school = SCHOOL_YAML.replace("cấp: báo}", f"cấp: báo, cổng: {portals}}}")
    site.write("truong.yaml", school)

    assert site.publish().returncode == 0

    page = site.files()["tin-bai/2024/11/bai/index.html"].decode()
    assert 'href="https://baomau.example/bai"' in page
    assert "evil" not in page


def test_carried_writes_the_line_and_says_that_its_link_is_not_shown(carried, tmp_path):
    site = carried.copied(tmp_path)
    site.write("tin-bai/hai.md", article_text(title="Bài hai"))
    words = ("--path", "content/tin-bai/hai.md", "--by", "Sở", "--link", "https://khac.example/1")

    first, again = site.invoke("carried", *words), site.invoke("carried", *words)

    assert first.returncode == again.returncode == 0
    assert "cổng: [https://so.example, https://khac.example]" in first.stdout
    assert "đã ghi liên kết này rồi" in again.stdout


def test_a_link_is_read_as_it_was_accepted_however_its_letters_stand(carried, tmp_path):
    site = carried.copied(tmp_path)
    site.write("tin-bai/hai.md", article_text(title="Bài hai"))
    link = "HTTPS://TIN.So.Example/Mot"
    words = ("--path", "content/tin-bai/hai.md", "--by", "Sở", "--link", link)

    assert site.invoke("carried", *words).returncode == 0
    assert "đã ghi liên kết này rồi" in site.invoke("carried", *words).stdout
    assert site.publish().returncode == 0

    assert (
        'href="https://TIN.So.Example/Mot"'
        in site.files()["tin-bai/2024/11/hai/index.html"].decode()
    )


def test_whatever_link_check_lets_through_publish_publishes(carried, tmp_path):
    site = carried.copied(tmp_path)
    ends = ['/a"b', "/<x>&y", "/a'b", "?x", "#", "/{{x}}", "/%zz", "/ă?ế=#", "", ":443/", "/../a"]
    lines = "\nđược đăng: ".join(f"Sở, 15/11/2024, https://so.example{end}" for end in ends)
    site.write("tin-bai/bai.md", article_text(được_đăng=lines))

    made = site.publish()

    assert made.returncode == 0, made.stderr
    page = site.files()["tin-bai/2024/11/bai/index.html"].decode()
    # And the portal itself, at the foot of the page.
    assert page.count("https://so.example") == len(ends) + 1


def test_no_machine_asks_a_page_to_which_a_stranger_leads(carried):
    from newsroom.commands.checking.links import places_of

    asked = {place.url for place in places_of(Office(carried).evaluation, carried.content)}

    assert asked == {"https://so.example", "https://tin.so.example/that"}


@pytest.mark.parametrize(
    ("portal", "wrong"),
    [
        ("https://edu.vn", "quá rộng"),
        ("so.example", "không phải là địa chỉ của một cổng"),
        ("https://so.example@evil.example", "không phải là địa chỉ của một cổng"),
    ],
)
def test_a_portal_that_would_let_others_in_is_a_problem_of_the_school_file(
    carried, tmp_path, monkeypatch, portal, wrong
):
    site = carried.copied(tmp_path)
    site.write("truong.yaml", SCHOOL_YAML.replace("cổng: https://so.example", f"cổng: {portal}"))
    monkeypatch.setenv("NEWSROOM_TODAY", carried.today)

    words = said(site)

    assert "content/truong.yaml:7: lỗi: " in words
    assert wrong in words
