"""The board's commands: one line written, everything else as it was, and what is still lacking."""

import unicodedata
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from sample import PLAN_YAML, SCHOOL_YAML, article_text, without_ids, write_file

from newsroom.building.errors import BuildRefused
from newsroom.commands.deciding.approve_interactively import walk
from newsroom.commands.deciding.decide import Desk, approve, decide, select
from newsroom.domain.content.decisions import DecisionKind
from newsroom.domain.problem import Level
from newsroom.domain.site.article_record import ShownCorrection
from newsroom.domain.site.publication import evaluate_site
from newsroom.domain.text.dates import parse_date
from newsroom.exports.findings.check import late_first_looks, returned_articles
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.folder.loader import load


@dataclass
class Board:
    """The board at its desk, and what it was told."""

    content: Path
    today: str
    told: list[str] = field(default_factory=list)

    @property
    def desk(self) -> Desk:
        day = parse_date(self.today)
        found = evaluate_site(load(ContentFolder(self.content), day), day)
        return Desk(self.content, found, self.told.append)

    def approve(self, *paths, by="Phó Mẫu", role=""):
        approve(self.desk, [str(self.content / path) for path in paths], by, role)

    def decide(self, field, *paths, by="Phó Mẫu", why="Thiếu ảnh"):
        files = [str(self.content / path) for path in paths]
        decide(self.desk, DecisionKind(field), files, by, why)

    def walk(self, *answers, by="Phó Mẫu"):
        left = list(answers)

        def ask(question):
            if not left:
                raise EOFError
            self.told.append(question)
            return left.pop(0)

        walk(self.desk, by, ask)

    @property
    def public(self):
        return [article.path for article in self.desk.evaluation.publication.articles]

    @property
    def said(self):
        return "\n".join(self.told)


@pytest.fixture
def board(site):
    return Board(site.content, site.today)


def test_approve_adds_one_line_and_the_article_is_public(site, board):
    site.write("tin-bai/bai.md", article_text(duyet=None).replace("\n", "\r\n"))
    before = (site.content / "tin-bai/bai.md").read_bytes()

    board.approve("tin-bai/bai.md")

    after = (site.content / "tin-bai/bai.md").read_bytes()
    added = set(after.split(b"\r\n")) - set(before.split(b"\r\n"))
    assert len(added) == 1
    assert after.replace(added.pop() + b"\r\n", b"") == before
    assert board.public == ["tin-bai/bai.md"]
    assert "duyệt: Phó Mẫu, 30/11/2024 dấu " in board.said
    assert "lần publish tới sẽ lên trang" in board.said
    assert [path.name for path in (site.content / "tin-bai").iterdir()] == ["bai.md"]


def test_approve_says_what_a_finance_article_still_lacks(site, board):
    site.write("tin-bai/bai.md", article_text(duyet=None, chuyên_mục="Tài chính"))

    board.approve("tin-bai/bai.md")
    assert "Còn: Còn thiếu người duyệt “tài chính”." in board.said
    assert board.public == []

    board.approve("tin-bai/bai.md", by="Kế Toán Mẫu")
    assert "duyệt: Kế Toán Mẫu, 30/11/2024, tài chính dấu " in board.said
    assert board.public == ["tin-bai/bai.md"]


def test_a_sealed_approval_falls_with_the_next_edit(site, board):
    site.write("tin-bai/bai.md", article_text(duyet=None))
    board.approve("tin-bai/bai.md")

    text = (site.content / "tin-bai/bai.md").read_text()
    site.write("tin-bai/bai.md", text.replace("Nội dung", "Nội dung khác"))
    assert board.public == []

    board.approve("tin-bai/bai.md")
    assert board.public == ["tin-bai/bai.md"]


def test_approving_twice_writes_once(site, board):
    site.write("tin-bai/bai.md", article_text(duyet=None))

    board.approve("tin-bai/bai.md")
    board.approve("tin-bai/bai.md")

    assert (site.content / "tin-bai/bai.md").read_text().count("duyệt:") == 1
    assert "Phó Mẫu đã duyệt rồi" in board.said


@pytest.mark.parametrize(
    ("text", "by", "said"),
    [
        (article_text(duyet=None), "Lan Mẫu", "không có tên trong ban biên tập"),
        (article_text(duyet=None), "Phó Mâu", "Có phải là “Phó Mẫu”?"),
        (article_text(duyet=None), "", "--by"),
        (article_text(duyet=None, tác_giả="Phó Mẫu"), "Phó Mẫu", "không được tự duyệt"),
        (article_text(duyet=None, tổ="Tổ 11"), "Phó Mẫu", "Không có tổ “Tổ 11”"),
        (article_text(duyet=None, gỡ="Phó Mẫu, 13/11/2024, x"), "Phó Mẫu", "bài đã gỡ"),
        (article_text("x").encode("utf-16"), "Phó Mẫu", "UTF-16"),
    ],
)
def test_a_refusal_says_why_and_writes_nothing(site, board, text, by, said):
    site.write("tin-bai/a.md", article_text(duyet=None))
    site.write("tin-bai/bai.md", text)
    before = site.files(site.content)

    with pytest.raises(BuildRefused) as refused:
        board.approve("tin-bai/a.md", "tin-bai/bai.md", by=by)

    assert said in str(refused.value)
    assert site.files(site.content) == before


def test_returning_takes_an_article_off_until_it_is_approved_again(site, board):
    site.write("tin-bai/bai.md", article_text())
    assert board.public == ["tin-bai/bai.md"]

    board.decide("returned", "tin-bai/bai.md", why="Cần thêm\n số liệu")
    assert "trả lại: Phó Mẫu, 30/11/2024, Cần thêm số liệu" in board.said
    assert board.public == []

    board.approve("tin-bai/bai.md", by="Hiệu Trưởng Mẫu")
    assert board.public == ["tin-bai/bai.md"]


def test_withdrawing_works_on_an_article_full_of_errors(site, board):
    site.write("tin-bai/bai.md", article_text(tổ="Tổ 11", ngày="31/02/2024"))

    board.decide("withdrawn", "tin-bai/bai.md", why="Gia đình đề nghị")

    assert (
        "gỡ: Phó Mẫu, 30/11/2024, Gia đình đề nghị\n"
        in (site.content / "tin-bai/bai.md").read_text()
    )


@pytest.mark.parametrize("field", ["returned", "withdrawn", "corrected"])
def test_a_decision_needs_a_reason_and_a_board_member(site, board, field):
    site.write("tin-bai/bai.md", article_text())
    before = site.files(site.content)

    with pytest.raises(BuildRefused, match="--why"):
        board.decide(field, "tin-bai/bai.md", why=" ")
    with pytest.raises(BuildRefused, match="không có tên trong ban biên tập"):
        board.decide(field, "tin-bai/bai.md", by="Lan Mẫu")

    assert site.files(site.content) == before


def test_only_what_is_public_is_corrected(site, board):
    site.write("tin-bai/cho.md", article_text(duyet=None))
    site.write("tin-bai/bai.md", article_text())

    board.decide("corrected", "tin-bai/bai.md", why="Số đúng là 215")
    with pytest.raises(BuildRefused, match="chưa đăng"):
        board.decide("corrected", "tin-bai/cho.md")

    assert board.desk.evaluation.publication.articles[0].corrections == (
        ShownCorrection(on=date(2024, 11, 30), reason="Số đúng là 215"),
    )


def test_a_wrong_path_is_answered_with_the_nearest(site, board):
    site.write("tin-bai/le-khai-giang.md", article_text(duyet=None))

    with pytest.raises(BuildRefused, match=r"Có phải là content/tin-bai/le-khai-giang\.md"):
        board.approve("tin-bai/le-khai-gian.md")


def test_a_read_only_folder_is_said_and_the_article_stays(site, board, monkeypatch):
    site.write("tin-bai/bai.md", article_text(duyet=None))
    before = site.files(site.content)

    def refuse(*paths):
        raise PermissionError(13, "đang mở")

    monkeypatch.setattr("newsroom.commands.deciding.item_files.os.replace", refuse)
    with pytest.raises(BuildRefused, match="Bài vẫn như cũ"):
        board.approve("tin-bai/bai.md")

    assert site.files(site.content) == before


def test_the_queue_is_walked_one_by_one_each_shown(site, board):
    for name in ("a", "b", "c", "d"):
        site.write(f"tin-bai/{name}.md", article_text(f"Lời bài {name}.", duyet=None, title=name))
    site.write("tin-bai/cua-pho.md", article_text(duyet=None, tác_giả="Phó Mẫu"))

    board.walk("d", "t", "Thiếu ảnh", "", "x")

    assert board.public == ["tin-bai/a.md"]
    assert "trả lại: Phó Mẫu, 30/11/2024, Thiếu ảnh" in (site.content / "tin-bai/b.md").read_text()
    assert all(f"Lời bài {name}." in board.said for name in "abcd")
    assert "Đã duyệt 1 bài, trả lại 1, còn 2 bài chờ Phó Mẫu." in board.said


def test_the_walk_ends_with_the_input_and_returns_nothing_without_a_reason(site, board):
    site.write("tin-bai/a.md", article_text(duyet=None))
    site.write("tin-bai/b.md", article_text(duyet=None))

    board.walk("t", "")

    assert board.public == []
    assert "còn 2 bài chờ" in board.said


def test_the_commands_work_from_the_terminal(site):
    site.write("tin-bai/bai.md", article_text(duyet=None))
    by = ("--by", "Phó Mẫu")
    path = ("--path", "content/tin-bai/bai.md")

    made = site.invoke("approve", *path, *by, "--as", "ban biên tập")
    back = site.invoke("return", *path, *by, "--why", "Thiếu ảnh")
    lost = site.invoke("withdraw")
    asked = site.invoke("approve", "--all-waiting", *by)

    assert (made.returncode, "Đã duyệt content/tin-bai/bai.md" in made.stdout) == (0, True)
    assert (back.returncode, "Đã trả lại" in back.stdout) == (0, True)
    assert (lost.returncode, "Thiếu tên tệp bài" in lost.stderr) == (2, True)
    assert (asked.returncode, "còn 0 bài" in asked.stdout) == (0, True)


def test_a_published_article_is_selected_until_it_is_sent(site, board):
    site.write("tin-bai/bai.md", article_text(title="Bài hay"))

    select(board.desk, [str(site.content / "tin-bai/bai.md")], "Phó Mẫu", "Phòng, sở")
    assert "chọn gửi: Phó Mẫu, 30/11/2024, " in board.said
    site.invoke("build")
    desk = site.files(site.desk)["index.html"].decode()
    assert "Gửi tới: Phòng GD&amp;ĐT Mẫu, Sở GD&amp;ĐT Mẫu" in desk
    assert "gửi: Sở GD&amp;ĐT Mẫu, 30/11/2024" in desk

    text = (site.content / "tin-bai/bai.md").read_text()
    site.write("tin-bai/bai.md", text.replace("chọn gửi", "gửi: Phòng, 30/11/2024\nchọn gửi"))
    site.invoke("build")
    assert "Gửi tới: Sở GD&amp;ĐT Mẫu." in site.files(site.desk)["index.html"].decode()


@pytest.mark.parametrize("to", ["", "Vụ Mẫu", "xa"])
def test_only_an_office_of_today_can_be_selected(site, board, to):
    site.write("tin-bai/bai.md", article_text())

    with pytest.raises(BuildRefused, match="--to"):
        select(board.desk, [str(site.content / "tin-bai/bai.md")], "Phó Mẫu", to)


def test_only_what_is_public_is_selected(site, board):
    site.write("tin-bai/bai.md", article_text(duyet=None))

    with pytest.raises(BuildRefused, match="chưa được đăng"):
        select(board.desk, [str(site.content / "tin-bai/bai.md")], "Phó Mẫu", "Sở")


def with_plan(site, *changes):
    text = PLAN_YAML
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    site.write("ke-hoach/2024-2025.yaml", text)


def test_a_file_is_found_however_the_disk_spells_its_name(site, board):
    token = unicodedata.normalize("NFD", "tin-bai/đọc sách.md")
    site.write(token, article_text(duyet=None))
    site.write("tin-bai/a\u200b.md", article_text(duyet=None))

    board.approve(token)
    board.walk("d")

    assert sorted(board.public) == ["tin-bai/a.md", "tin-bai/đọc sách.md"]


def test_a_file_named_twice_is_decided_once(site, board):
    site.write("tin-bai/bai.md", article_text(duyet=None))

    board.approve("tin-bai/bai.md", "tin-bai/bai.md")
    board.decide("returned", "tin-bai/bai.md", "tin-bai/bai.md")

    text = (site.content / "tin-bai/bai.md").read_text()
    assert (text.count("duyệt:"), text.count("trả lại:")) == (1, 1)


def test_nothing_is_written_in_a_name_that_would_be_read_as_another(site, board):
    with_plan(site, ("Phó Mẫu", "Lê Mẫu B."))
    site.write("tin-bai/bai.md", article_text(duyet=None))

    for act in (board.approve, partial(board.decide, "returned")):
        with pytest.raises(BuildRefused, match=r"“Lê Mẫu B\.” bị đọc thành “Lê Mẫu B”"):
            act("tin-bai/bai.md", by="Lê Mẫu B.")

    assert (site.content / "tin-bai/bai.md").read_text() == article_text(duyet=None)


def test_behind_a_broken_plan_whoever_decides_is_told_what_to_mend(site, board):
    site.write("tin-bai/bai.md", article_text(duyet=None))
    site.write("ke-hoach/2024-2025.yaml", PLAN_YAML.replace("tên: Kế hoạch mẫu", "tên:"))

    for act in (board.approve, partial(board.decide, "withdrawn")):
        with pytest.raises(BuildRefused, match=r"còn lỗi nên(.|\n)*2024-2025\.yaml:1: lỗi"):
            act("tin-bai/bai.md")


def test_no_yes_is_written_below_a_return_that_was_dated_ahead(site, board):
    before = article_text(duyet=None, trả_lại="Phó Mẫu, 13/11/2025, Thiếu ảnh")
    site.write("tin-bai/bai.md", before)

    with pytest.raises(BuildRefused, match=r"bai\.md:7: dòng trả lại ghi ngày 13/11/2025 chưa tới"):
        board.approve("tin-bai/bai.md")

    assert (site.content / "tin-bai/bai.md").read_text() == before
    (advice,) = returned_articles(board.desk.evaluation)
    assert advice.hint.startswith("Ngày ở dòng này chưa tới")


@pytest.mark.parametrize(
    ("header", "way"),
    [
        ({"ngày": "01/06/2025"}, "từ 02/05/2025 mới duyệt được."),
        ({"nộp": "25/12/2024"}, "Dòng nộp ghi ngày 25/12/2024, chưa tới."),
    ],
)
def test_whoever_approves_too_early_is_told_the_line_to_type_first(site, board, header, way):
    site.write("tin-bai/bai.md", article_text(duyet=None, **header))

    with pytest.raises(BuildRefused) as refused:
        board.approve("tin-bai/bai.md")

    assert way in str(refused.value)
    assert str(refused.value).rstrip().endswith("nộp: 30/11/2024")
    site.write("tin-bai/bai.md", article_text(duyet=None, **{**header, "nộp": "30/11/2024"}))
    board.approve("tin-bai/bai.md")
    assert not board.desk.evaluation.newsroom.articles[0].open_roles


def test_a_return_is_not_undone_by_an_approval_that_was_dated_ahead(site, board):
    site.write("tin-bai/bai.md", article_text(duyet="Phó Mẫu, 25/12/2024"))

    with pytest.raises(BuildRefused, match=r"bai\.md:7: dòng duyệt ghi ngày 25/12/2024 chưa"):
        board.decide("returned", "tin-bai/bai.md")


def test_a_head_walks_the_queue_and_gives_nothing_back(site, board):
    with_plan(site, ("tên: Hoạt động}", "tên: Hoạt động, cần duyệt: [tổ trưởng]}"))
    for name in ("mot", "hai"):
        site.write(f"tin-bai/{name}.md", article_text(duyet=None, tác_giả="Hòa Mẫu"))

    board.walk("t", "d", by="Lan Mẫu")

    assert "Chỉ ban biên tập trả lại được bài" in board.said
    assert "Đã duyệt 1 bài, trả lại 0, còn 1 bài chờ Lan Mẫu." in board.said


@pytest.mark.parametrize("field", ["returned", "withdrawn", "corrected"])
def test_a_decision_typed_twice_is_written_once(site, board, field):
    site.write("tin-bai/bai.md", article_text())

    board.decide(field, "tin-bai/bai.md", why="Thiếu ảnh")
    once = site.files(site.content)
    for by in ("Phó Mẫu", "cô Phó", "phó  mẫu"):
        board.decide(field, "tin-bai/bai.md", by=by, why="  thiếu ảnh ")

    assert site.files(site.content) == once
    assert "content/tin-bai/bai.md: đã có dòng này, không ghi thêm." in board.said


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("returned", {"why": "Sai số"}),
        ("withdrawn", {"by": "Hiệu Trưởng Mẫu"}),
        ("corrected", {"why": "Sai ngày"}),
    ],
)
def test_another_reason_or_another_person_is_another_decision(site, board, field, changes):
    site.write("tin-bai/bai.md", article_text())
    board.decide(field, "tin-bai/bai.md")
    once = site.files(site.content)

    board.decide(field, "tin-bai/bai.md", **changes)

    assert site.files(site.content) != once
    assert "đã có dòng này" not in board.said


def test_the_same_decision_of_another_day_is_another(site, board):
    site.write("tin-bai/bai.md", article_text(gỡ="Phó Mẫu, 29/11/2024, Thiếu ảnh"))

    board.decide("withdrawn", "tin-bai/bai.md")

    assert (site.content / "tin-bai/bai.md").read_text().count("gỡ:") == 2


def test_a_return_below_the_approval_that_answered_it_is_written_again(site, board):
    site.write("tin-bai/bai.md", article_text(duyet=None))
    board.decide("returned", "tin-bai/bai.md")
    board.approve("tin-bai/bai.md")
    assert board.public == ["tin-bai/bai.md"]

    board.decide("returned", "tin-bai/bai.md")

    assert board.public == []


def test_a_selection_typed_twice_is_written_once_in_whatever_order(site, board):
    site.write("tin-bai/bai.md", article_text())
    path = str(site.content / "tin-bai/bai.md")

    select(board.desk, [path], "Phó Mẫu", "Sở, Báo Mẫu")
    once = site.files(site.content)
    select(board.desk, [path], "cô Phó", "Báo Mẫu và sở")
    assert site.files(site.content) == once
    assert "đã có dòng này" in board.said

    select(board.desk, [path], "Phó Mẫu", "Sở")
    assert site.files(site.content) != once


def decided(board, field):
    return {
        "approved": board.approve,
        "selected": lambda *paths: select(
            board.desk, [str(board.content / path) for path in paths], "Phó Mẫu", "Sở"
        ),
    }.get(field, partial(board.decide, field))


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("approved", "Chưa duyệt"),
        ("returned", "Chưa trả lại"),
        ("withdrawn", "Chưa gỡ"),
        ("corrected", "Chưa ghi đính chính cho"),
        ("selected", "Chưa chọn gửi"),
    ],
)
def test_of_several_files_of_which_one_is_none_all_that_were_not_decided_are_named(
    site, board, field, said
):
    duyet = None if field == "approved" else "Phó Mẫu, 12/11/2024"
    for name in "ab":
        site.write(f"tin-bai/{name}.md", article_text(duyet=duyet))
    before = site.files(site.content)

    with pytest.raises(BuildRefused) as refused:
        decided(board, field)("tin-bai/a.md", "tin-bai/khong-co.md", "tin-bai/b.md", "tin-bai/mat")

    words = without_ids(str(refused.value))
    assert f"{said} bài nào trong 4 bài:" in words
    assert all(name in words for name in ("a.md", "khong-co.md", "b.md", "mat”"))
    assert site.files(site.content) == before


def test_every_file_that_cannot_be_approved_is_named_and_one_fault_said_once(site, board):
    for name in "abc":
        site.write(f"tin-bai/{name}.md", article_text(duyet=None))
    site.write("tin-bai/hong.md", article_text(duyet=None, tổ="Tổ 11"))

    with pytest.raises(BuildRefused) as refused:
        board.approve("tin-bai/hong.md", *(f"tin-bai/{name}.md" for name in "abc"), by="Ai Mẫu")

    words = without_ids(str(refused.value))
    assert "content/tin-bai/a.md, content/tin-bai/b.md, content/tin-bai/c.md: Ai Mẫu" in words
    assert words.count("Trong ban biên tập hôm nay có") == 1
    assert "bài còn lỗi nên chưa duyệt được" in words


def failing_to_write(monkeypatch, name):
    """The disk refuses one file from now on."""
    real = Path.write_bytes

    def refuse(path, content):
        if name in path.name:
            raise OSError(28, "No space left on device")
        return real(path, content)

    monkeypatch.setattr(Path, "write_bytes", refuse)


@pytest.mark.parametrize(("field", "said"), [("approved", "Chưa duyệt"), ("withdrawn", "Chưa gỡ")])
def test_where_the_disk_refuses_one_of_several_the_rest_is_done_and_both_are_named(
    site, board, monkeypatch, field, said
):
    duyet = None if field == "approved" else "Phó Mẫu, 12/11/2024"
    for name in "abc":
        site.write(f"tin-bai/{name}.md", article_text(duyet=duyet))
    failing_to_write(monkeypatch, "b.md")

    with pytest.raises(BuildRefused) as refused:
        decided(board, field)("tin-bai/a.md", "tin-bai/b.md", "tin-bai/c.md")

    words = without_ids(str(refused.value))
    assert f"{said} 1 trong 3 bài:\n      content/tin-bai/b.md" in words
    assert "Đã xong:\n      content/tin-bai/a.md\n      content/tin-bai/c.md" in words
    assert (site.content / "tin-bai/b.md").read_text() == article_text(duyet=duyet)
    assert sorted(path.name for path in (site.content / "tin-bai").iterdir()) == [
        *("a.md", "b.md", "c.md")
    ]


def test_a_walk_goes_on_behind_an_article_that_cannot_be_written_and_ends_with_its_name(
    site, board, monkeypatch
):
    for name in "abc":
        site.write(f"tin-bai/{name}.md", article_text(duyet=None, title=name))
    failing_to_write(monkeypatch, "b.md")

    with pytest.raises(
        BuildRefused, match=r"Chưa duyệt được: \[NR-DECIDE-001\]\n      content/tin-bai/b\.md"
    ):
        board.walk("d", "d", "d")

    assert sorted(board.public) == ["tin-bai/a.md", "tin-bai/c.md"]
    assert "Đã duyệt 2 bài, trả lại 0, còn 1 bài chờ Phó Mẫu." in board.said


def test_several_files_of_which_one_fails_end_with_an_exit_code(site):
    site.write("tin-bai/a.md", article_text(duyet=None))
    paths = ("--path", "content/tin-bai/a.md", "--path", "content/tin-bai/b.md")

    made = site.invoke("approve", *paths, "--by", "Phó Mẫu")

    assert made.returncode == 1
    assert "Chưa duyệt bài nào trong 2 bài:\n      content/tin-bai/a.md" in without_ids(made.stderr)


def test_an_office_whose_short_name_another_one_bears_is_selected_by_its_code(site, board):
    school = SCHOOL_YAML
    for office in ("Sở", "Bộ"):
        school = school.replace(f"bí danh: [{office}]", f"bí danh: [{office}], tên ngắn: Nơi A")
    site.write("truong.yaml", school)
    site.write("tin-bai/bai.md", article_text())
    path = str(site.content / "tin-bai/bai.md")

    with pytest.raises(BuildRefused, match="Ghi mã: so hoặc bo"):
        select(board.desk, [path], "Phó Mẫu", "Nơi A")
    select(board.desk, [path], "Phó Mẫu", "Sở")

    assert "chọn gửi: Phó Mẫu, 30/11/2024, so" in board.said
    assert board.public == ["tin-bai/bai.md"]


def test_approve_shows_what_an_article_tells_of_children_before_it_writes(site, board):
    site.write("tin-bai/bai.md", article_text("Em Mẫu An, mẹ em: 0912 345 678.", duyet=None))

    board.approve("tin-bai/bai.md")

    told, written = board.said.index("Dòng này có số điện thoại"), board.said.index("Đã duyệt")
    assert told < written
    assert "0912" not in board.said


# Plan S4, III.2: the accountant writes about finance, and approves what is written about it.
ACCOUNTANT_WRITES = PLAN_YAML.replace("thành viên: [Hòa Mẫu]", "thành viên: [Hòa Mẫu, Kế Toán Mẫu]")


@pytest.fixture
def finance(board):
    write_file(board.content, "ke-hoach/2024-2025.yaml", ACCOUNTANT_WRITES)
    text = article_text(tổ="Tổ 2", tác_giả="Kế Toán Mẫu", chuyên_mục="Tài chính", duyet=None)
    write_file(board.content, "tin-bai/thu-chi.md", text)
    return board


def test_what_the_accountant_wrote_about_finance_two_of_the_board_publish(finance):
    finance.approve("tin-bai/thu-chi.md", by="Phó Mẫu")
    assert "tin-bai/thu-chi.md" not in finance.public
    assert "Còn: Còn thiếu người duyệt “tài chính”." in finance.said

    finance.approve("tin-bai/thu-chi.md", by="Hiệu Trưởng Mẫu")

    assert "tin-bai/thu-chi.md" in finance.public
    assert "duyệt: Hiệu Trưởng Mẫu, 30/11/2024, tài chính dấu" in finance.said


def test_neither_its_author_nor_one_person_alone_does(finance):
    finance.approve("tin-bai/thu-chi.md", by="Phó Mẫu")
    finance.approve("tin-bai/thu-chi.md", by="Phó Mẫu", role="tài chính")
    with pytest.raises(BuildRefused, match="là tác giả nên không được tự duyệt"):
        finance.approve("tin-bai/thu-chi.md", by="Kế Toán Mẫu")

    assert "tin-bai/thu-chi.md" not in finance.public


def test_the_principal_approves_last_where_the_plan_says_so(board):
    text = PLAN_YAML + "hiệu trưởng duyệt cuối: có\n"
    write_file(board.content, "ke-hoach/2024-2025.yaml", text)
    write_file(board.content, "tin-bai/bai.md", article_text(duyet=None))

    board.approve("tin-bai/bai.md", by="Phó Mẫu")
    assert "Còn: Chờ Hiệu Trưởng Mẫu duyệt cuối, như kế hoạch ghi." in board.said
    assert "tin-bai/bai.md" not in board.public

    board.approve("tin-bai/bai.md", by="Hiệu Trưởng Mẫu")
    assert "tin-bai/bai.md" in board.public


def test_a_board_that_approves_before_the_head_is_told_and_its_yes_counts(board):
    asking = PLAN_YAML.replace("tên: Hoạt động}", "tên: Hoạt động, cần duyệt: [tổ trưởng]}")
    write_file(board.content, "ke-hoach/2024-2025.yaml", asking)
    text = article_text(tác_giả="Lân Mẫu 2", duyet=None)
    write_file(board.content, "tin-bai/bai.md", text)

    board.approve("tin-bai/bai.md", by="Phó Mẫu")
    assert "giao tổ trưởng xem trước, mà tổ trưởng chưa xem; lời duyệt này vẫn tính" in board.said

    board.approve("tin-bai/bai.md", by="Lan Mẫu")
    assert "tin-bai/bai.md" in board.public
    (late,) = late_first_looks(board.desk.evaluation)
    assert (late.level, late.line) == (Level.ADVICE, 8)
