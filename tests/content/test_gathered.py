"""Warnings of one kind in one file are one line with a number; nothing else is put together."""

from newsroom.domain.message import Message
from newsroom.domain.problem import Level, Problem, gathered, without_others


def warning(line, message="Thuộc tính style bị bỏ.", path="a.md", hint="Bỏ đi."):
    return Problem(path, line, Message("NR-TEST-001", message), hint, Level.WARNING)


def test_warnings_that_one_remedy_answers_are_one_with_their_number():
    (one,) = gathered(
        [warning(3), *(warning(line, f"Thuộc tính {line}.") for line in range(4, 20))]
    )

    assert (one.path, one.line, one.level) == ("a.md", 3, Level.WARNING)
    assert without_others(one.message) == "Thuộc tính style bị bỏ."
    assert one.message == (
        "Thuộc tính style bị bỏ. Còn 16 chỗ như vậy: dòng 4, 5, 6, 7, 8, 9, 10, 11, …"
    )


def test_errors_advice_other_files_and_other_remedies_stay_as_they_are():
    problems = (
        Problem("a.md", 1, Message("NR-TEST-001", "Lỗi."), "Bỏ đi."),
        Problem("a.md", 2, Message("NR-TEST-001", "Lỗi."), "Bỏ đi."),
        warning(1),
        warning(2, path="b.md"),
        warning(3, hint="Sửa đi."),
        Problem("a.md", 4, Message("NR-TEST-001", "Gợi ý."), "Bỏ đi.", Level.ADVICE),
    )

    assert gathered(problems) == problems


def test_what_is_said_of_one_line_is_all_said():
    problems = (warning(5, "Ảnh “a.jpg” vẫn hiện."), warning(5, "Ảnh “b.jpg” vẫn hiện."))

    assert gathered(problems) == problems
