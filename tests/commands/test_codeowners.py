"""`codeowners`: whom GitHub and GitLab are told to ask."""

import pytest
from sample import PLAN_YAML, write_file, write_site

from newsroom.building.errors import BuildRefused
from newsroom.commands.upkeep.codeowners import PLACES, write_codeowners

WITH_ADDRESSES = (
    PLAN_YAML.replace(
        "Hiệu trưởng, quyền: [duyệt]",
        "Hiệu trưởng, nhiệm vụ: Tổng biên tập, quyền: [duyệt], thư điện tử: ht@mau.example",
    )
    .replace(
        "Phó hiệu trưởng, quyền: [duyệt]",
        "Phó hiệu trưởng, quyền: [duyệt], thư điện tử: pho@mau.example",
    )
    .replace(
        "Kế toán, quyền: [tài chính]",
        "Kế toán, quyền: [tài chính], thư điện tử: ketoan@mau.example",
    )
)


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSROOM_TODAY", "2024-11-21")
    write_site(tmp_path, {"ke-hoach/2024-2025.yaml": WITH_ADDRESSES})
    return tmp_path


def plan(root, text):
    write_file(root / "content", "ke-hoach/2024-2025.yaml", text)


def ask(root):
    return "\n".join(write_codeowners(root, root / "content", root / ".cache"))


def owners(root, place=PLACES[0]):
    """Pattern and owners of each line, in order."""
    lines = (root / place).read_text().splitlines()
    return {
        line.split()[0]: line.split()[1:] for line in lines if line and not line.startswith("#")
    }


def test_content_needs_the_board_and_all_else_the_editor_in_chief(root):
    ask(root)

    assert list(owners(root).items()) == [
        ("*", ["ht@mau.example"]),
        ("/content/", ["ht@mau.example", "pho@mau.example"]),
        ("/content/nhap/", ["ht@mau.example"]),
        ("/content/ke-hoach/", ["ht@mau.example"]),
        ("/content/truong.yaml", ["ht@mau.example"]),
    ]


def test_both_hosts_read_the_same_and_twice_is_the_same(root):
    ask(root)
    first = [(root / place).read_bytes() for place in PLACES]
    ask(root)

    assert first == [(root / place).read_bytes() for place in PLACES]
    assert first[0] == first[1]
    assert sorted(p.name for p in (root / ".github").iterdir()) == ["CODEOWNERS"]


def test_members_without_address_are_named(root):
    assert "Chưa có thư điện tử dùng được: Kiểm Tra Mẫu." in ask(root)


@pytest.mark.parametrize("address", ["12+pho@users.noreply.github.com", "pho mau@x.vn", "pho"])
def test_an_address_that_finds_nobody_is_left_out(root, address):
    plan(root, WITH_ADDRESSES.replace("pho@mau.example", f'"{address}"'))

    assert "Chưa có thư điện tử dùng được: Phó Mẫu, Kiểm Tra Mẫu." in ask(root)
    assert owners(root)["/content/"] == ["ht@mau.example"]


def test_a_single_editor_is_warned(root):
    plan(root, WITH_ADDRESSES.replace(", thư điện tử: pho@mau.example", ""))

    assert "Chỉ có Hiệu Trưởng Mẫu duyệt được" in ask(root)


def test_without_duty_the_first_of_the_board_leads(root):
    plan(root, WITH_ADDRESSES.replace("nhiệm vụ: Tổng biên tập, ", ""))
    ask(root)

    assert owners(root)["*"] == ["ht@mau.example"]


def test_whoever_has_left_the_board_owns_nothing(root):
    plan(root, WITH_ADDRESSES.replace("{tên: Phó Mẫu,", "{tên: Phó Mẫu, đến: 01/11/2024,"))
    ask(root)

    assert owners(root)["/content/"] == ["ht@mau.example"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (PLAN_YAML, "chưa có “thư điện tử”"),
        (
            WITH_ADDRESSES.replace(
                "nhiệm vụ: Tổng biên tập, quyền: [duyệt], thư điện tử: ht@mau.example",
                "nhiệm vụ: Tổng biên tập, quyền: [duyệt]",
            ),
            "Hiệu Trưởng Mẫu",
        ),
        (
            WITH_ADDRESSES.replace(
                "Tổng biên tập, quyền: [duyệt]", "Tổng biên tập, quyền: [xem]"
            ).replace(", thư điện tử: pho@mau.example", ""),
            "Không ai có quyền",
        ),
        ("tên: [", "kế hoạch còn lỗi"),
    ],
)
def test_no_part_is_left_without_owner_and_nothing_is_half_written(root, text, why):
    plan(root, text)

    with pytest.raises(BuildRefused, match=why):
        ask(root)

    assert not any((root / place).exists() for place in PLACES)


def test_a_day_without_plan_has_no_board(root, monkeypatch):
    monkeypatch.setenv("NEWSROOM_TODAY", "2026-11-21")

    with pytest.raises(BuildRefused, match="Chưa có kế hoạch nào cho hôm nay, 21/11/2026"):
        ask(root)


def test_what_somebody_wrote_by_hand_stays(root):
    write_file(root, ".gitlab/CODEOWNERS", "* @phong-giao-duc\n")

    with pytest.raises(BuildRefused, match="không do lệnh này viết"):
        ask(root)

    assert (root / ".gitlab/CODEOWNERS").read_text() == "* @phong-giao-duc\n"
    assert not (root / ".github/CODEOWNERS").exists()


def test_a_folder_that_cannot_be_made_is_said_in_words(root):
    write_file(root, ".gitlab", "một tệp")

    with pytest.raises(BuildRefused, match="CODEOWNERS"):
        ask(root)

    assert not (root / ".github/CODEOWNERS").exists()
