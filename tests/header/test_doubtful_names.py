"""A name that two bear is given to neither; a word of consent that nobody understands is a no."""

from dataclasses import replace

import pytest
from sample import (
    PLAN,
    PLAN_YAML,
    SCHOOL_YAML,
    article_text,
    day,
    document_text,
    make_school,
    pdf,
    write_site,
)

from newsroom.domain.content.photo_package import Consent
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.folder.loader import load
from newsroom.intake.plan.ledgers import read_photo_packages

TODAY = day("30/11/2024")
# Two newspapers of one name, and the district office that the commune's takes over from.
SCHOOL = SCHOOL_YAML + "  - {mã: bao-2, tên: Báo Mẫu, cấp: báo}\n"


def loaded(tmp_path, path, text, *, school=SCHOOL, plan=PLAN_YAML):
    files = {
        "truong.yaml": school,
        "ke-hoach/2024-2025.yaml": plan,
        "van-ban/2024/tep.pdf": pdf(),
        path: text,
    }
    item = load(ContentFolder(write_site(tmp_path, files)), TODAY).read(path)
    return item, list(dict.fromkeys((p.message, p.hint) for p in item.problems))


def article(tmp_path, **header):
    return loaded(tmp_path, "tin-bai/a.md", article_text(**header))


@pytest.mark.parametrize("key", ["gửi", "được_đăng"])
@pytest.mark.parametrize(
    ("name", "code"), [("Báo Mẫu", None), ("bao", "bao"), ("bao-2", "bao-2"), ("Phòng", "phong")]
)
def test_an_article_goes_to_the_one_office_of_a_name(tmp_path, key, name, code):
    made, problems = article(tmp_path, **{key: f"{name}, 20/11/2024"})

    assert [sent.office.code for sent in made.submissions] == ([code] if code else [])
    assert problems == (
        [] if code else [("Có nhiều nơi tên “Báo Mẫu”.", "Ghi mã: bao hoặc bao-2.")]
    )


@pytest.mark.parametrize(
    ("name", "issuer", "is_said"),
    [
        ("Báo Mẫu", "Báo Mẫu", True),
        ("bao", "Báo Mẫu", False),
        ("Phòng", "Phòng GD&ĐT Mẫu", False),
        ("Trường khác", "Trường khác", False),
    ],
)
def test_a_document_is_issued_by_the_one_office_of_a_name(tmp_path, name, issuer, is_said):
    made, problems = loaded(tmp_path, "van-ban/2024/a.md", document_text(cơ_quan_ban_hành=name))

    assert made.issuer.name == issuer
    assert bool(problems) is is_said


def test_an_issuer_whose_name_two_had_on_other_days_stays_as_it_is_typed(tmp_path):
    both = SCHOOL.replace("từ: 01/07/2025", "từ: 01/07/2020, đến: 30/06/2021")
    both = both.replace("cấp: phòng, đến: 30/06/2025", "cấp: phòng, đến: 30/06/2019")

    made, _ = loaded(
        tmp_path, "van-ban/2024/a.md", document_text(cơ_quan_ban_hành="Phòng"), school=both
    )

    assert made.issuer.name == "Phòng"


def test_an_article_by_a_name_that_two_bear_is_by_neither(tmp_path):
    plan = PLAN_YAML.replace("[Hòa Mẫu]", "[{tên: Lan Mẫu, mã: lan-2}]").replace(
        "tổ trưởng: Lan Mẫu, thành viên: [Lan Mẫu,", "thành viên: [{tên: Lan Mẫu, mã: lan-1},"
    )

    made, problems = loaded(
        tmp_path, "tin-bai/a.md", article_text(tác_giả="Lan Mẫu, Đội Mẫu"), plan=plan
    )

    assert [person.code for person in made.authors] == ["doi-mau"]
    assert ("Có nhiều người tên “Lan Mẫu”.", "Ghi mã: lan-1 hoặc lan-2.") in problems


@pytest.mark.parametrize(
    ("name", "bounds", "code"),
    [
        ("to-1", "", "to-1"),
        ("Tổ 2", "", "to-2"),
        # Two bear the name; one of them had closed the day before, or closes on the day.
        ("Tổ 1", "", None),
        ("Tổ 1", "19/11/2024", "to-1"),
        ("Tổ 1", "20/11/2024", None),
    ],
)
def test_a_photo_package_is_of_the_one_group_of_a_name(name, bounds, code):
    # The plan's own check refuses such names; whoever reads the ledger asks all the same.
    last = {"last": day(bounds)} if bounds else {}
    groups = [
        replace(group, aliases=("Tổ 1",), **last) if group.code == "to-2" else group
        for group in PLAN.groups
    ]
    plan = replace(PLAN, groups=tuple(groups))

    entry = f"- {{tổ: {name}, ngày: 20/11/2024, số ảnh: 3}}\n"
    packages, found = read_photo_packages("goi-anh.yaml", entry, [plan], make_school().offices)

    assert [package.group for package in packages] == ([code] if code else [])
    assert [p.message for p in found] == ([] if code else ["Có nhiều tổ tên “Tổ 1”."])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (None, Consent.UNSTATED),
        ("có", Consent.GIVEN),
        ("Có (phiếu ngày 05/09/2024)", Consent.GIVEN),
        ("không có trẻ em", Consent.NO_CHILDREN),
        ("không", Consent.REFUSED),
        ("rút đồng ý", Consent.REFUSED),
        # It may have been meant as a no.
        ("khôg", Consent.REFUSED),
        ("có lẽ", Consent.REFUSED),
        ("mẹ em A chưa ký", Consent.REFUSED),
        ("?", Consent.REFUSED),
    ],
)
def test_a_consent_that_nobody_can_read_shows_no_picture(tmp_path, written, meant):
    made, problems = article(tmp_path, đồng_ý_hình_ảnh=written)

    assert made.consent is meant
    assert made.shows_pictures is (meant is not Consent.REFUSED)
    assert bool(problems) is (written in {"khôg", "có lẽ", "mẹ em A chưa ký", "?"})
