"""The gate by table: the day before, the day, the day after; and two who bear one name."""

from dataclasses import replace

import pytest
from sample import PLAN, PLAN_YAML, SCHOOL, approved, day, make_article, make_plan, returned
from sample import withdrawn as withdrawn_on

from newsroom.domain.approval.blocker import BlockerKind
from newsroom.domain.approval.consent import has_pictures, lacks_consent
from newsroom.domain.approval.deciding import approval_or_reason, member_or_reason, name_to_write
from newsroom.domain.approval.gate import (
    is_of_the_board,
    judge,
    removed_on,
    required_roles,
    sound_corrections,
)
from newsroom.domain.content.content_item import (
    Body,
    Reference,
    ReferenceKind,
    StandingPage,
)
from newsroom.domain.content.decisions import Decision, DecisionKind
from newsroom.domain.content.photo_package import Consent
from newsroom.domain.content.submission import Selection, Submission, SubmissionKind
from newsroom.domain.content.video import Video
from newsroom.domain.plan.board import BOARD, HEAD
from newsroom.domain.problem import Problem
from newsroom.domain.site.indexing import record_of

TODAY = day("30/11/2024")
ON = "12/11/2024"
THREE_DAYS = [("11/11/2024", -1), (ON, 0), ("13/11/2024", 1)]


def kinds(article, plan=PLAN, today=TODAY):
    return [reason.kind for reason in judge(article, [plan], today).reasons]


def with_member(name, **fields):
    """The sample plan, in which one member of the board serves for a time."""
    board = (replace(m, **fields) if m.person.name == name else m for m in PLAN.board)
    return replace(PLAN, board=tuple(board))


# Days


@pytest.mark.parametrize(("today", "is_public"), [
    ("11/11/2024", False), ("12/11/2024", True), ("13/11/2024", True),
])  # fmt: skip
def test_an_article_is_public_from_its_own_day_on(today, is_public):
    article = make_article(ON, approved("Phó Mẫu", "10/11/2024"))

    assert (kinds(article, today=day(today)) == []) is is_public
    assert kinds(article, today=day(today)) == ([] if is_public else [BlockerKind.SCHEDULED])


@pytest.mark.parametrize(("today", "counts"), [
    ("11/11/2024", False), ("12/11/2024", True), ("13/11/2024", True),
])  # fmt: skip
def test_an_approval_counts_from_its_own_day_on(today, counts):
    article = make_article("10/11/2024", approved("Phó Mẫu", ON))

    found = kinds(article, today=day(today))

    assert (BlockerKind.FUTURE_APPROVAL not in found) is counts
    assert (found == []) is counts


@pytest.mark.parametrize(
    ("bounds", "on", "counts"),
    [
        ({"first": day(ON)}, "11/11/2024", False),
        ({"first": day(ON)}, ON, True),
        ({"last": day(ON)}, ON, True),
        ({"last": day(ON)}, "13/11/2024", False),
    ],
)
def test_a_member_approves_and_corrects_from_their_first_day_to_their_last(bounds, on, counts):
    plan = with_member("Phó Mẫu", **bounds)
    article = make_article(ON, approved("Phó Mẫu", on))
    correction = Decision(kind=DecisionKind.CORRECTED, by="Phó Mẫu", on=day(on), reason="Sửa")

    assert (kinds(article, plan) == []) is counts
    assert is_of_the_board("Phó Mẫu", day(on), [plan], TODAY) is counts
    corrected = make_article(ON, approved("Hiệu Trưởng Mẫu", ON), correction)
    assert bool(sound_corrections(corrected, [plan], TODAY)) is counts


@pytest.mark.parametrize(("on", "offset"), THREE_DAYS)
def test_a_correction_and_a_selection_hold_from_their_day_on(on, offset):
    correction = Decision(kind=DecisionKind.CORRECTED, by="Phó Mẫu", on=day(on), reason="Sửa")
    selection = Selection(office=SCHOOL.office("so"), by="Phó Mẫu", on=day(on))
    article = make_article(
        "10/11/2024", approved("Phó Mẫu", "10/11/2024"), correction, selections=(selection,)
    )

    record = record_of(article, [PLAN], day(ON))

    assert bool(record.corrections) is (offset <= 0)
    assert bool(record.to_send) is (offset <= 0)
    assert record.has_unshown is (offset > 0)


@pytest.mark.parametrize(("on", "offset"), THREE_DAYS)
def test_a_sending_dated_ahead_is_not_shown_and_takes_no_office_off_the_list(on, offset):
    office = SCHOOL.office("so")
    article = make_article(
        "10/11/2024",
        approved("Phó Mẫu", "10/11/2024"),
        selections=(Selection(office=office, by="Phó Mẫu", on=day("10/11/2024")),),
        submissions=(Submission(kind=SubmissionKind.SENT, office=office, on=day(on)),),
    )

    record = record_of(article, [PLAN], day(ON))

    assert bool(record.submissions) is (offset <= 0)
    assert bool(record.to_send) is (offset > 0)
    assert record.has_unshown is (offset > 0)


@pytest.mark.parametrize(
    ("withdrawn", "approved_on", "appears", "removed"),
    [
        # The day of the article: the day before the withdrawal, that day, the day after.
        ("12/11/2024", "10/11/2024", "11/11/2024", "12/11/2024"),
        ("12/11/2024", "10/11/2024", "12/11/2024", "12/11/2024"),
        ("12/11/2024", "10/11/2024", "13/11/2024", None),
        # The day of its approval, likewise.
        ("12/11/2024", "11/11/2024", "10/11/2024", "12/11/2024"),
        ("12/11/2024", "12/11/2024", "10/11/2024", "12/11/2024"),
        ("12/11/2024", "13/11/2024", "10/11/2024", None),
        # The withdrawal against today, which is the 30th.
        ("29/11/2024", "11/11/2024", "10/11/2024", "29/11/2024"),
        ("30/11/2024", "11/11/2024", "10/11/2024", "30/11/2024"),
        ("01/12/2024", "11/11/2024", "10/11/2024", None),
    ],
)
def test_what_stood_in_public_on_the_day_of_its_withdrawal_was_removed_then(
    withdrawn, approved_on, appears, removed
):
    article = make_article(
        appears, approved("Phó Mẫu", approved_on), withdrawn_on("Phó Mẫu", withdrawn)
    )

    assert removed_on(article, [PLAN], TODAY) == (removed and day(removed))


def test_of_two_withdrawals_the_first_took_it_down_and_one_without_a_day_tells_none():
    first, second = withdrawn_on("Phó Mẫu", "13/11/2024"), withdrawn_on("Phó Mẫu", "15/11/2024")
    undated = replace(second, on=None)
    approval = approved("Phó Mẫu", ON)

    twice = make_article(ON, approval, second, first)
    assert removed_on(twice, [PLAN], TODAY) == day("13/11/2024")
    assert removed_on(make_article(ON, approval, undated), [PLAN], TODAY) is None
    assert BlockerKind.WITHDRAWN in kinds(make_article(ON, approval, undated))


def test_a_withdrawal_dated_ahead_withholds_at_once():
    article = make_article(ON, approved("Phó Mẫu", ON), withdrawn_on("Phó Mẫu", "01/01/2025"))

    assert kinds(article) == [BlockerKind.WITHDRAWN]


# The head's first look

HEAD_FIRST = make_plan(
    base=PLAN_YAML.replace("tên: Hoạt động}", "tên: Hoạt động, cần duyệt: [tổ trưởng]}")
)


def closing(**bounds):
    groups = (replace(g, **bounds) if g.code == "to-1" else g for g in HEAD_FIRST.groups)
    return replace(HEAD_FIRST, groups=tuple(groups))


@pytest.mark.parametrize(
    ("bounds", "looked_on", "counts"),
    [
        ({"last": day("13/11/2024")}, "12/11/2024", True),
        ({"last": day("13/11/2024")}, "13/11/2024", True),
        # The group has closed: it has no head any more.
        ({"last": day("13/11/2024")}, "14/11/2024", False),
        ({"first": day("12/11/2024")}, "11/11/2024", False),
        ({"first": day("12/11/2024")}, "12/11/2024", True),
    ],
)
def test_the_head_looks_while_the_group_exists(bounds, looked_on, counts):
    plan = closing(**bounds)
    article = make_article(
        ON,
        approved("Phó Mẫu", ON),
        approved("Lan Mẫu", looked_on),
        authors=["Lân Mẫu 2"],
        plan=plan,
    )

    assert (kinds(article, plan) == []) is counts


@pytest.mark.parametrize(
    ("last", "is_asked"), [("11/11/2024", False), (ON, True), ("13/11/2024", True)]
)
def test_a_first_look_is_asked_for_where_the_group_had_a_head_on_the_articles_day(last, is_asked):
    plan = closing(last=day(last))
    article = make_article(ON, authors=["Lân Mẫu 2"], plan=plan)

    assert required_roles(article, [plan]) == ((BOARD, HEAD) if is_asked else (BOARD,))


# Stale and faulty approvals


@pytest.mark.parametrize(
    ("later", "is_healed"),
    [
        # A sound yes of the board to the text as it stands.
        (approved("Phó Mẫu", "14/11/2024", seal="b" * 12), True),
        (approved("Hiệu Trưởng Mẫu", "14/11/2024"), True),
        # Older, above it on its day, ahead, over another text, in another role, by an author, by
        # a stranger, in a role that is not theirs; and once below it on its day.
        (approved("Hiệu Trưởng Mẫu", "09/11/2024"), False),
        (approved("Hiệu Trưởng Mẫu", ON, line=9), False),
        (approved("Hiệu Trưởng Mẫu", ON, line=11), True),
        (approved("Phó Mẫu", "01/12/2024", seal="b" * 12), False),
        (approved("Phó Mẫu", "14/11/2024", seal="c" * 12), False),
        (approved("Kế Toán Mẫu", "14/11/2024"), False),
        (approved("Lan Mẫu", "14/11/2024"), False),
        (approved("Ai Đó", "14/11/2024"), False),
        (approved("Hiệu Trưởng Mẫu", "14/11/2024", "tài chính"), False),
    ],
)
def test_a_stale_approval_is_healed_by_a_later_sound_one_of_its_role_alone(later, is_healed):
    article = make_article(
        ON,
        approved("Hiệu Trưởng Mẫu", "08/11/2024"),
        approved("Phó Mẫu", ON, seal="a" * 12, line=10),
        later,
        fingerprint="b" * 12,
    )

    assert set(kinds(article)) == (set() if is_healed else {BlockerKind.EDITED})


def test_a_stale_approval_by_an_author_is_not_healed_by_their_next():
    article = make_article(
        ON,
        approved("Hiệu Trưởng Mẫu", "08/11/2024"),
        approved("Phó Mẫu", ON, seal="a" * 12),
        approved("cô Phó", "14/11/2024"),
        authors=["Lan Mẫu", "Phó Mẫu"],
        fingerprint="b" * 12,
    )

    assert kinds(article) == []
    assert kinds(replace(article, authors=article.authors[:1])) == []


# Two who bear one name

NAMESAKES = make_plan(
    base=PLAN_YAML.replace("{tên: Phó Mẫu, chức vụ", "{tên: Phó Mẫu, mã: pho-1, chức vụ")
    .replace("[Hiệu Trưởng Mẫu, Phó Mẫu]", "[Hiệu Trưởng Mẫu]")
    .replace("[Hòa Mẫu]", "[{tên: Phó Mẫu, mã: pho-2}]")
)


@pytest.mark.parametrize(
    ("name", "counts"), [("Phó Mẫu", False), ("pho-1", True), ("cô Phó", True), ("pho-2", False)]
)
def test_a_name_that_two_bear_decides_nothing_and_a_code_does(name, counts):
    correction = Decision(kind=DecisionKind.CORRECTED, by=name, on=day(ON), reason="Sửa")
    selection = Selection(office=SCHOOL.office("so"), by=name, on=day(ON))
    article = make_article(ON, approved(name, ON), plan=NAMESAKES)
    decided = make_article(
        ON,
        approved("Hiệu Trưởng Mẫu", ON),
        correction,
        plan=NAMESAKES,
        selections=(selection,),
    )

    assert (kinds(article, NAMESAKES) == []) is counts
    assert is_of_the_board(name, day(ON), [NAMESAKES], TODAY) is counts
    assert bool(sound_corrections(decided, [NAMESAKES], TODAY)) is counts
    assert bool(record_of(decided, [NAMESAKES], TODAY).to_send) is counts


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Phó Mẫu", BlockerKind.AMBIGUOUS),
        ("pho-1", None),
        ("pho-2", BlockerKind.NOT_ON_BOARD),
        ("Ai Đó", BlockerKind.NOT_ON_BOARD),
    ],
)
def test_nobody_is_asked_under_a_name_that_two_bear(name, kind):
    found = member_or_reason([NAMESAKES], name, TODAY)
    given = approval_or_reason(make_article(ON, plan=NAMESAKES), [NAMESAKES], TODAY, by=name)

    assert getattr(found, "kind", None) is kind
    assert getattr(given, "kind", None) is kind


def test_a_namesake_signs_with_the_code_and_everybody_else_with_the_name():
    first, vice = NAMESAKES.board[0].person, NAMESAKES.board[1].person

    assert name_to_write(vice, [NAMESAKES], TODAY) == "pho-1"
    assert name_to_write(first, [NAMESAKES], TODAY) == "Hiệu Trưởng Mẫu"
    # No plan of the day tells two apart.
    assert name_to_write(vice, [NAMESAKES], day("01/01/2030")) == "Phó Mẫu"


# Consent

WITH_CONSENT = replace(PLAN, consent_required=True)
PICTURE = Reference(kind=ReferenceKind.PICTURE, target="anh/a.jpg")
ATTACHMENT = Reference(kind=ReferenceKind.FILE, target="a.pdf")


@pytest.mark.parametrize(
    ("shown", "has"),
    [
        ({}, False),
        ({"body": Body(("Một", ATTACHMENT))}, False),
        ({"body": Body(("Một", ATTACHMENT, PICTURE))}, True),
        ({"cover": "anh/a.jpg"}, True),
        ({"gallery": ("anh/a.jpg",)}, True),
        ({"video": Video(link="https://phim.example/1")}, True),
    ],
)
def test_pictures_of_any_kind_ask_for_the_families_consent(shown, has):
    article = make_article(ON, **shown)

    assert has_pictures(article) is has
    assert lacks_consent(article, [WITH_CONSENT]) is has
    assert not lacks_consent(article, [PLAN])


@pytest.mark.parametrize("consent", Consent)
def test_only_an_article_that_says_nothing_waits_for_consent(consent):
    article = make_article(ON, cover="anh/a.jpg", consent=consent)

    assert lacks_consent(article, [WITH_CONSENT]) is (consent is Consent.UNSTATED)
    assert (BlockerKind.NO_CONSENT in kinds(article, WITH_CONSENT)) is (consent is Consent.UNSTATED)


@pytest.mark.parametrize(
    ("on", "lacks"),
    [("31/07/2024", False), ("01/08/2024", True), ("31/07/2025", True), ("01/08/2025", False)],
)
def test_the_plan_of_the_articles_day_asks_for_consent(on, lacks):
    assert lacks_consent(make_article(on, cover="anh/a.jpg"), [WITH_CONSENT]) is lacks


# What is said, and in which order


def test_every_reason_is_told_the_gravest_first():
    article = make_article(
        "01/12/2024",
        withdrawn_on("Phó Mẫu", "13/11/2024", "Gia đình"),
        cover="anh/a.jpg",
        problems=(Problem("a.md", 1, "Sai."),),
    )

    reasons = judge(article, [WITH_CONSENT], TODAY).reasons

    assert [reason.kind for reason in reasons] == [
        BlockerKind.WITHDRAWN,
        BlockerKind.BROKEN,
        BlockerKind.WAITING,
        BlockerKind.NO_CONSENT,
        BlockerKind.SCHEDULED,
    ]
    assert (reasons[0].who, reasons[0].on, reasons[0].text) == (
        "Phó Mẫu",
        day("13/11/2024"),
        "Gia đình",
    )
    assert reasons[1].text == "Sai."
    assert reasons[-1].on == day("01/12/2024")


def test_a_return_tells_who_when_and_why():
    article = make_article(ON, approved("Phó Mẫu", ON), returned("Phó Mẫu", "13/11/2024", "Ảnh mờ"))

    (reason,) = judge(article, [PLAN], TODAY).reasons

    assert (reason.who, reason.on, reason.text) == ("Phó Mẫu", day("13/11/2024"), "Ảnh mờ")


def test_a_standing_page_is_approved_by_the_board_alone_and_needs_no_consent():
    page = StandingPage(
        path="trang/a.md",
        slug="a",
        title="A",
        body=Body(("Một", PICTURE)),
        decisions=make_article(ON, approved("Phó Mẫu", ON)).decisions,
    )

    assert required_roles(page, [WITH_CONSENT]) == (BOARD,)
    assert kinds(page, WITH_CONSENT) == []
    by_accountant = make_article(ON, approved("Kế Toán Mẫu", ON)).decisions
    assert BlockerKind.MISSING_ROLE in kinds(replace(page, decisions=by_accountant))
