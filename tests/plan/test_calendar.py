

@pytest.mark.parametrize(
    ("first", "last", "is_within"),
    [
        ("05/09/2024", "17/01/2025", True),
        ("06/09/2024", "16/01/2025", True),
        ("04/09/2024", "17/01/2025", False),
        ("05/09/2024", "18/01/2025", False),
        ("01/08/2024", "31/08/2024", False),
        ("01/02/2025", "28/02/2025", False),
    ],
)
def test_a_period_encloses_what_has_no_day_outside_of_it(first, last, is_within):
    other = Period(code="x", name="X", first=day(first), last=day(last))

    assert SEMESTER.encloses(other) is is_within
