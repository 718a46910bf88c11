"""Names that Windows cannot hold, told without a Windows machine."""

import pytest

from newsroom.domain.site.file_names import (
    NameFault,
    alike_but_for_case,
    fault_of,
    faults_in,
    file_slug,
)

DEVICE, SIGN, ENDING = NameFault.DEVICE, NameFault.SIGN, NameFault.ENDING


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        *((name, DEVICE) for name in ("con", "NUL.md", "aux.tar.gz", "Prn", "com1", "LPT9.jpg")),
        *((name, DEVICE) for name in ("com0.md", "con .md", "nul.", "conin$", "COM¹")),
        *((name, None) for name in ("con-1.md", "bai-con.md", "icon.md", "com.md", "com10")),
        *((name, None) for name in ("console", "nul_.md", "a.con", "Đọc sách.md", "a b.jpg")),
        *((name, SIGN) for name in ("a?.md", "a:b.md", 'a".jpg', "a|b", "<a>", "a*", "a\\b")),
        *((name, ENDING) for name in ("2026-11.", "bai.md ", "a . ")),
    ],
)  # fmt: skip
def test_each_name_is_judged(name, fault):
    assert fault_of(name) is fault
    assert [found for _, _, found in faults_in([f"x/{name}/y.md"])] == ([fault] if fault else [])
    assert [found for _, _, found in faults_in(["z.md", name])] == ([fault] if fault else [])


def test_a_folder_is_told_once():
    found = list(
        faults_in(["tin-bai/aux/a.md", "tin-bai/aux/b.md", "tin-bai/c.md", "anh/aux/d.jpg"])
    )

    assert [path for path, _, _ in found] == ["tin-bai/aux/a.md", "anh/aux/d.jpg"]


def test_names_that_differ_in_case_only_are_told_with_the_first():
    assert list(alike_but_for_case(["a/Anh.jpg", "a/anh.JPG", "b/anh.jpg"])) == [
        ("a/anh.JPG", "a/Anh.jpg")
    ]
    assert list(alike_but_for_case(["a", "b"])) == []


@pytest.mark.parametrize(
    ("text", "made"),
    [("Con", "tep-con"), ("✨", "tep"), ("Đơn", "don"), ("a" * 300, "a" * 150), ("con.x", "con-x")],
)
def test_a_file_that_we_make_can_be_held_everywhere(text, made):
    assert file_slug(text, "tep") == made
    assert fault_of(made) is None
