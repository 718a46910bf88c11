"""The rules on what stands around a text: each line before, and the fact that it tells."""

import pytest
from demo_content import DEMO

from newsroom.importing.article_facts.same_text import same_text
from newsroom.importing.article_facts.title_case import retold
from newsroom.importing.handed_in.bylines import byline, contact
from newsroom.importing.handed_in.decision_words import sounds_like_decision
from newsroom.importing.handed_in.known_names import known_names
from newsroom.importing.handed_in.letterhead import day_in, is_office, kind_label, letterhead
from newsroom.importing.handed_in.plain_words import is_rule
from newsroom.importing.handed_in.taken_off import Tells
from newsroom.importing.handed_in.understanding import understand
from newsroom.importing.sources.chat import without_chat
from newsroom.importing.sources.mail import unwrapped, without_mail
from newsroom.importing.sources.typed_blocks import typed_text
from newsroom.intake.header.header import read_header

NOBODY = known_names((), lambda _: False, lambda _: False, lambda _: False)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Người viết: Lan Mẫu", [(Tells.AUTHOR, "Lan Mẫu")]),
        ("*Tác giả bài viết:* cô Lan Mẫu", [(Tells.AUTHOR, "cô Lan Mẫu")]),
        ("(Bài và ảnh: Lan Mẫu)", [(Tells.AUTHOR, "Lan Mẫu")]),
        ("Tin, ảnh: Lan Mẫu - Hòa Mẫu", [(Tells.AUTHOR, "Lan Mẫu - Hòa Mẫu")]),
        ("Tin: Lan Mẫu; Ảnh: Hòa Mẫu", [(Tells.AUTHOR, "Lan Mẫu"), (Tells.CREDIT, "Hòa Mẫu")]),
        ("Nguồn ảnh: Internet", [(Tells.CREDIT, "Internet")]),
        ("Ảnh tư liệu: Đội", [(Tells.CREDIT, "Đội")]),
        ("Tổ: 2-3", [(Tells.GROUP, "2-3")]),
        ("Đơn vị: Tổ Ngữ văn", [(Tells.GROUP, "Tổ Ngữ văn")]),
        ("Ngày nộp: 18/11/2026", [(Tells.DAY, "18/11/2026")]),
        ("Chuyên mục: Hoạt động", [(Tells.CATEGORY, "Hoạt động")]),
        ("Thời gian: 7 giờ 30", []),
        ("Nguồn: Báo Mẫu", []),
        ("Tổ: các em học sinh tổ một đã thi kể chuyện rất hay", []),
        ("Bài: học từ cây bàng. Cây bàng đứng đó đã lâu.", []),
        ("Người viết:", []),
    ],
)
def test_a_labelled_line_tells_its_fact(line, told):
    assert [(one.tells, one.value) for one in byline(line)] == told


@pytest.mark.parametrize(
    ("line", "is_head"),
    [
        ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", True),
        ("Độc lập - Tự do - Hạnh phúc", True),
        ("UBND XÃ MẪU\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True),
        ("TRƯỜNG THCS LÊ MẪU   Độc lập – Tự do – Hạnh phúc", True),
        ("Số: 12/KH-THM", True),
        ("Số: …/BC-THM    Xã Mẫu, ngày 5 tháng 9 năm 2026", True),
        ("TRƯỜNG THCS LÊ MẪU KHAI GIẢNG NĂM HỌC MỚI", False),
        ("Số học sinh: 12", False),
        ("Xã Mẫu ngày 5/9/2026 mưa to.", False),
    ],
)
def test_a_letterhead_is_told_from_a_sentence(line, is_head):
    assert bool(letterhead(line, (), beside_motto=True)) is is_head


def test_an_office_counts_only_beside_a_motto_or_by_its_name():
    assert letterhead("Trường Tiểu học Mẫu", (), beside_motto=False) == []
    assert letterhead("Trường Tiểu học Mẫu", ("truong tieu hoc mau",), beside_motto=False)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Xã Mẫu, ngày 20 tháng 11 năm 2026", "ngày 20 tháng 11 năm 2026"),
        ("(Mẫu, ngày 20/11/2026)", "ngày 20/11/2026"),
        ("Ngày 20/11/2026, lớp 1A ra vườn trường tập làm quen với cây.", ""),
        ("Xã Mẫu, ngày … tháng … năm 2026", ""),
    ],
)
def test_a_line_of_a_place_and_a_day(line, day):
    assert day_in(line) == day


@pytest.mark.parametrize("line", ["TIN BÀI", "Bài dự thi", "TIN", "TIN BÀI THÁNG 11/2026", "BÀI:"])
def test_a_label_of_the_paper(line):
    assert kind_label(line) is not None


@pytest.mark.parametrize("line", ["TIN VUI ĐẾN LỚP 1A", "Bài học từ cây bàng", "TIN HỌC TRẺ"])
def test_a_headline_that_begins_like_a_label(line):
    assert kind_label(line) is None


def test_offices_contacts_rules_and_decisions():
    assert is_office("TỔ CHUYÊN MÔN 4-5")
    assert not is_office("TRƯỜNG MẪU ĐÓN TẾT")
    assert contact("Số điện thoại: 0900 000 000")
    assert not contact("Lớp 1A: hai mươi em")
    assert is_rule("--- o0o ---")
    assert not is_rule("- Một")
    assert sounds_like_decision("duyệt: Lan Mẫu, 20/11/2026")
    assert not sounds_like_decision(
        "Bài được nhiều người duyệt xem: hay quá, ai cũng khen hết lời" * 3
    )


@pytest.mark.parametrize(
    ("headline", "text", "title"),
    [
        ("HỘI THI VIẾT CHỮ ĐẸP", "", "Hội thi viết chữ đẹp"),
        ("Hội thi ở Suối Mơ", "", "Hội thi ở Suối Mơ"),
        ("EM LAN Ở BẢN SUỐI MƠ", "Bé là em Lan, ở bản Suối Mơ.", "Em Lan ở bản Suối Mơ"),
        ("UBND XÃ TẶNG QUÀ TRƯỜNG THCS", "", "UBND xã tặng quà trường THCS"),
        ("GẶP CÔ TRẦN THỊ MẪU HOA", "", "Gặp cô Trần Thị Mẫu Hoa"),
        ('HỘI THI "BÉ KHỎE" LẦN THỨ II', "", 'Hội thi "Bé khỏe" lần thứ II'),
        ("20 NĂM TRƯỜNG TA", "", "20 năm trường ta"),
        ("MỪNG NGÀY NHÀ GIÁO VIỆT NAM", "", "Mừng ngày Nhà giáo Việt Nam"),
        ("CHÀO CỜ! HÁT QUỐC CA", "", "Chào cờ! Hát quốc ca"),
        ("TIẾT HỌC STEM CỦA CÔ HOA", "", "Tiết học STEM của cô Hoa"),
        ("LỄ HỘI HALLOWEEN CÙNG GOOGLE", "", "Lễ hội Halloween cùng Google"),
        ("UNESCO VÀ UBMTTQ THĂM TRƯỜNG", "", "UNESCO và UBMTTQ thăm trường"),
        ("GIỜ TIẾNG ANH: “HELLO, MY FRIENDS!”", "", "Giờ tiếng Anh: “Hello, my friends!”"),
        ("ÔNG LÊ VĂN MẪU TÚ THĂM TRƯỜNG", "", "Ông Lê Văn Mẫu Tú thăm trường"),
        ("BÀ LÊ THỊ THU TRAO QUÀ CHO HỌC SINH", "", "Bà Lê Thị Thu trao quà cho học sinh"),
        ("ĐỒNG BÀO MIỀN TRUNG", "", "Đồng bào miền Trung"),
    ],
)
def test_a_headline_in_capitals_is_set_as_a_sentence(headline, text, title):
    assert retold(headline, text, ("Trần Thị Mẫu Hoa", "Tổ 1")).title == title


def test_a_word_that_nothing_shows_to_be_no_name_is_named():
    assert retold("CHÀO MỪNG MINH LANH", "Em Minh cười.", ()).doubtful == ("lanh",)


def test_a_name_that_only_its_form_tells_is_named_as_it_was_set():
    assert retold("BÀ LÊ THỊ THU THĂM TRƯỜNG", "", ()).doubtful == ("Lê", "Thị", "Thu")


def test_a_mail_keeps_a_short_answer_above_a_long_one():
    long = "Đoạn này dài lắm. " * 30
    text = f"Em gửi ạ\n\nOn Wed, Nov 18, 2026 at 8:15 AM Chi <c@mau.example> wrote:\n{long}"

    assert without_mail(text)[0] == text.strip("\n")


def test_a_timetable_is_no_chat():
    text = "Lịch\n7:30\nKhai mạc\n8:00\nThi kể chuyện\n9:00\nTrao giải\nHết\nMời các em"

    assert without_chat(text) == (text, [])


def test_lines_that_nobody_cut_stay_as_they_are():
    verse = ["Gió về sân nhỏ trưa nay", "Lá bàng rơi xuống bàn tay học trò"]

    assert unwrapped(verse) == verse


def test_two_texts_that_share_a_sentence_are_two():
    ours = ["Mời phụ huynh tới họp lúc bảy giờ sáng.", "Nội dung: sơ kết học kỳ một của lớp."]
    other = "Mời phụ huynh tới họp lúc bảy giờ sáng.\n\nNội dung khác hẳn: bàn về bữa ăn bán trú."

    assert same_text(ours, [("a.md", other.encode())]) == ""
    assert same_text(ours, [("a.md", "\n\n".join(ours).encode())]) == "a.md"


@pytest.mark.parametrize(
    "place", sorted((DEMO / "tin-bai").rglob("*.md")), ids=lambda place: place.stem
)
def test_nothing_of_an_article_is_taken_for_what_stands_around_it(place):
    header = read_header(place.read_text(encoding="utf-8"), place.name)
    title = next(entry.value for entry in header.entries if entry.field == "title")

    text, of_mail = without_mail(f"{title}\n\n{header.body.strip()}\n")
    text, of_chat = without_chat(text)
    understood = understand(typed_text(text).blocks, NOBODY)

    assert not of_mail
    assert not of_chat
    assert understood.first(Tells.TITLE) == title
    # A slanted first paragraph is the summary, which the page shows in the same place.
    assert {one.tells for one in understood.taken} <= {Tells.TITLE, Tells.SUMMARY}
