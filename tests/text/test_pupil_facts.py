"""A pupil's name beside what stays in the school's books: told, where it is really both."""

from time import perf_counter

import pytest

from newsroom.domain.text.pupil_facts import PupilFact, pupil_facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Em Nguyễn Mẫu An được 8,5 điểm bài kiểm tra Toán.", PupilFact.MARK),
        ("Cháu Lê Mẫu Bình có điểm trung bình môn Tiếng Việt là 4,5.", PupilFact.MARK),
        ("- Trần Thị Mẫu Chi, lớp 4A: học lực yếu", PupilFact.MARK),
        ("Bạn Mẫu Dũng chỉ 3 điểm.", PupilFact.MARK),
        ("Em Mẫu An ở thôn Mẫu Đông cùng bà.", PupilFact.ADDRESS),
        ("Nhà em xa: em Lê Mẫu Hoa trú tại số 12 ngõ 3 đường Mẫu.", PupilFact.ADDRESS),
        ("Học sinh Phạm Mẫu Kiên, địa chỉ: thôn Mẫu Tây.", PupilFact.ADDRESS),
        ("Em Mẫu An bị bệnh tim từ nhỏ.", PupilFact.ILLNESS),
        ("Bé Mẫu Na mắc chứng tự kỷ.", PupilFact.ILLNESS),
        ("Cả lớp giúp bạn Mẫu Nam, khuyết tật vận động, tới trường.", PupilFact.ILLNESS),
        ("Gia đình em Mẫu An thuộc hộ cận nghèo.", PupilFact.HARDSHIP),
        ("Em Đỗ Mẫu Oanh mồ côi cha.", PupilFact.HARDSHIP),
    ],
)
def test_a_named_pupil_with_a_private_fact_is_found(text, fact):
    assert pupil_facts(text) == (fact,)


@pytest.mark.parametrize(
    "text",
    [
        "Em Nguyễn Mẫu An đạt giải Nhất với 95 điểm.",
        "Em Mẫu An ghi 3 điểm trong trận chung kết.",
        "Lớp 4A được 98 điểm thi đua.",
        "Các em được 10 điểm.",
        "Em Mẫu An học lớp 4A, tới địa điểm thi lúc 7 giờ.",
        "Nhà trường ở thôn Mẫu Đông.",
        "Em Mẫu An ở lại trường tập văn nghệ.",
        "Trường tặng quà học sinh hộ nghèo và học sinh khuyết tật.",
        "Em tên là Mẫu An. Thôn em có cây đa.",
        "Hội thi có 12 đội. Em Mẫu An đứng nhì.",
        "Cô Mẫu Hà bị ốm nên bạn lớp trưởng điểm danh.",
    ],
)
def test_news_of_pupils_and_facts_of_nobody_are_left_alone(text):
    assert pupil_facts(text) == ()


@pytest.mark.parametrize(
    "piece", ["Em An ", "em ", "An ", "điểm 1", "ở thôn ", "bị bệnh ", "A", "điểm "]
)
def test_a_line_of_any_length_is_read_in_no_time(piece):
    line, start = piece * 20_000, perf_counter()

    pupil_facts(line)

    assert perf_counter() - start < 2
