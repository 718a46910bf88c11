"""The ids of messages: each once in the code, all of them in the handbook, none used again."""

import copy
import pickle
import re
from collections import Counter

import message_list
import pytest
from message_list import ID, LEVELS, NEW, PACKAGE, PAGE, RETIRED, SUBJECTS

from newsroom.domain.message import Message, UserFacingError, in_words

IN_CODE = list(message_list.messages_in_code())
ROWS = message_list.rows_of_the_page()


def test_an_id_stands_once_in_the_code():
    texts = (path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    found = (id for text in texts for id in re.findall(r'["[](NR-[A-Z]+-\d{3})["\]]', text))
    literals = Counter(id for id in found if not id.startswith("NR-TEST-"))

    assert [id for id, times in literals.items() if times > 1] == []
    assert {message.id for message in IN_CODE} == set(literals)


def test_every_new_message_was_given_its_number():
    left = [path.name for path in PACKAGE.rglob("*.py") if NEW.search(path.read_text("utf-8"))]

    assert left == [], "python tests/message_list.py"
    assert all(ID.fullmatch(message.id) for message in IN_CODE)
    assert {id.split("-")[1] for id in ROWS} <= set(SUBJECTS)


def test_the_handbook_lists_every_message_as_the_code_has_it():
    page = PAGE.read_text(encoding="utf-8")

    assert page.endswith(message_list.tables()), "python tests/message_list.py"


def test_the_handbook_tells_of_each_its_level_and_how_to_mend_it():
    for id, row in ROWS.items():
        assert set(row.level.split(", ")) <= set(LEVELS), id
        assert row.remedy not in ("", "?"), id
        assert row.level == RETIRED or len(row.words.replace("…", "")) > 3, id


@pytest.mark.parametrize("message", [m for m in IN_CODE if m.level], ids=lambda m: m.id)
def test_the_level_that_the_code_names_is_that_of_the_handbook(message):
    assert message.level in ROWS[message.id].level


def test_the_id_stands_in_brackets_at_the_end_of_the_first_line():
    message = Message("NR-TEST-001", "Thiếu lý do.\n    → Thêm  --why")

    assert message.with_id == "Thiếu lý do. [NR-TEST-001]\n    → Thêm  --why"
    assert str(UserFacingError("Ở trên.", message)) == in_words("Ở trên.", message)


def test_a_message_is_its_words_and_keeps_its_id_when_they_are_filled_in():
    message = Message("NR-TEST-001", "Tệp “{name}” rỗng.")

    filled = message.format(name="a.mp4").replace("Tệp", "Video")

    assert filled == "Video “a.mp4” rỗng."
    assert [m.id for m in (filled, filled.reworded("B"), copy.copy(filled))] == ["NR-TEST-001"] * 3
    assert pickle.loads(pickle.dumps(filled)).id == "NR-TEST-001"


@pytest.mark.parametrize("parts", [None, [], ["a"], ["a", 1], ["a", "b", "c"], {"id": "a"}])
def test_what_is_no_message_is_none_whoever_kept_it(parts):
    with pytest.raises(ValueError, match="parts of a message"):
        Message.from_parts(parts)
