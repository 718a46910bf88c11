"""The demo is known by its files, whatever an editor did to the ends of their lines."""

import hashlib

import pytest
from demo_content import DEMO, ROOT

from newsroom.intake.folder.demo_files import is_demo_digest, is_demo_file

FILES = sorted(path for path in DEMO.rglob("*") if path.is_file())
TEXTS = [path for path in FILES if path.suffix in (".md", ".yaml")]
HOW = "run  python tests/demo_content.py"


def files_in(folder):
    """Every file by its path; texts without regard to the ends of their lines."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().replace(b"\r\n", b"\n")
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_demo_that_people_meet_is_that_of_the_tests():
    school = ROOT / "content/truong.yaml"
    if not school.exists() or "Tiểu học Sao Mẫu" not in school.read_text(encoding="utf-8"):
        pytest.skip("this repository is a school's: its content is no business of the tests")

    assert files_in(ROOT / "content") == files_in(DEMO), HOW


def test_every_file_of_the_demo_is_known():
    unknown = [path.name for path in FILES if not is_demo_file(path.name, path.read_bytes())]

    assert unknown == [], HOW


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_a_text_of_the_demo_stays_one_whatever_ends_its_lines(end):
    for path in TEXTS:
        content = path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", end)

        assert is_demo_file(path.name, content)
        assert is_demo_digest(hashlib.sha256(content).digest())


def test_one_word_written_into_it_makes_it_somebodys_own():
    for path in TEXTS:
        assert not is_demo_file(path.name, path.read_bytes() + "Trường em.\n".encode())
