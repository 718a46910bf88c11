"""Word files of each office, each with the Markdown and the HTML that must come out of it.

The files are made in word_files/, what comes out stands in read_back/: NAME.md and NAME.html.
`python tests/importing/word/write_read_back.py` writes those of new files, to be looked over.
"""

import pytest
from importing_word_case import READ_BACK, all_cases

pytest.importorskip("mammoth", reason="mammoth: requirements-dev.txt")

from importing_word_reading import read_back

CASES = all_cases()


@pytest.mark.parametrize("case", CASES.values(), ids=lambda case: case.name)
def test_a_word_file_reads_as_it_was_meant(case):
    markdown, html, left = read_back(case)

    assert markdown == case.markdown.read_text("utf-8")
    assert html == case.html.read_text("utf-8")
    assert left == case.left


def test_every_expectation_has_its_file():
    assert {path.stem for path in READ_BACK.iterdir()} == CASES.keys()
    assert len(CASES) >= 40
    assert all(case.shows for case in CASES.values())
