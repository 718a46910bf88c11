"""The line `video` of an article: what it means, and what is said of every slip."""

import pytest
from sample import article_text, day, webm, write_site
from video_samples import mp4

from newsroom.domain.content.video import Video
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.folder.loader import load

PATH = "tin-bai/2024/a.md"
FILES = {
    "tin-bai/2024/phim.webm": webm(),
    "tin-bai/2024/Hội, trại.MP4": mp4(),
    "tin-bai/2024/rong.mp4": b"",
    "tin-bai/2024/gia.mp4": webm(),
    "tin-bai/2024/cut.mp4": mp4()[:-20],
    "tin-bai/2024/khoa.mp4": mp4(kind=b"encv"),
    "tin-bai/2024/nham.webm": mp4(),
    "tin-bai/2024/chu.mp4": b"chu",
    "tin-bai/2024/may.mov": b"mov",
    "tin-bai/2024/tep.pdf": b"%PDF",
    "anh/khac.webm": webm("2"),
}
YOUTUBE = Video(link="https://www.youtube.com/watch?v=abcDEF_-123", youtube="abcDEF_-123")


def article(tmp_path, typed):
    text = article_text().replace("tổ:", f"video: {typed}\ntổ:")
    content = write_site(tmp_path, {**FILES, PATH: text})
    return load(ContentFolder(content), day("30/11/2024")).read(PATH)


@pytest.mark.parametrize(
    ("typed", "video"),
    [
        ("https://youtu.be/abcDEF_-123?si=x", YOUTUBE),
        ("https://phim.example/a,b", Video(link="https://phim.example/a,b")),
        ("phim.webm", Video(file="tin-bai/2024/phim.webm")),
        ("hội, trại.mp4", Video(file="tin-bai/2024/Hội, trại.MP4")),
        ("khac.webm", Video(file="anh/khac.webm")),
        ("", None),
    ],
)
def test_a_film_is_an_address_or_a_file_of_ours(tmp_path, typed, video):
    found = article(tmp_path, typed)

    assert found.video == video
    assert found.problems == ()


WRITE = "Ghi:  video: https://www.youtube.com/watch?v=abcDEF_-123"


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        ("mua-he.webm", "Không tìm thấy video “mua-he.webm”.", "đặt tệp cạnh bài"),
        ("phin.webm", "Không tìm thấy video “phin.webm”.", "Có phải là “phim.webm”?"),
        ("rong.mp4", "Tệp “rong.mp4” rỗng.", "xuất lại thành .mp4"),
        ("chu.mp4", "Tệp “chu.mp4” bị hỏng hoặc không phải là video.", "xuất lại thành .mp4"),
        ("gia.mp4", "Tệp “gia.mp4” bị hỏng hoặc không phải là video.", "đổi tên thành gia.webm"),
        ("nham.webm", "Tệp “nham.webm” bị hỏng hoặc không", "đổi tên thành nham.mp4"),
        ("cut.mp4", "Tệp “cut.mp4” chép chưa hết", "Chép lại từ điện thoại"),
        ("khoa.mp4", "Tệp “khoa.mp4” bị khóa bản quyền", "không khóa"),
        ("may.mov", "“may.mov” không phải là tệp .mp4 hay .webm", "xuất lại thành .mp4"),
        ("tep.pdf", "“tep.pdf” không phải là tệp .mp4 hay .webm", "xuất lại thành .mp4"),
        ("youtu.be/abcDEF_-123", "thiếu https:// ở đầu.", WRITE),
        ("<iframe src='https://www.youtube.com/embed/abcDEF_-123'>", "một địa chỉ.", WRITE),
        ("https://", "Dòng video không phải là một địa chỉ.", "chép cả địa chỉ"),
        ("http://phim.example/a", "không bắt đầu bằng https://.", "YouTube"),
        ("https://youtu.be/abcDEF_-123, https://a.example", "nhiều video", "Giữ lại một"),
        ("phim.webm; khac.webm", "nhiều video", "Giữ lại một"),
        ("\n- phim.webm\n- https://a.example", "nhiều video", "Giữ lại một"),
    ],
)
def test_a_slip_is_said_at_its_line_with_the_remedy(tmp_path, typed, message, hint):
    [problem] = article(tmp_path, typed).errors

    assert message in problem.message
    assert hint in problem.hint
    assert problem.line == 4


def test_a_heavy_film_is_told_with_its_size(tmp_path):
    whole = mp4()
    (tmp_path / "content/tin-bai/2024").mkdir(parents=True)
    with (tmp_path / "content/tin-bai/2024/nang.mp4").open("wb") as video:
        video.write(whole + (45_200_000 - len(whole)).to_bytes(4, "big") + b"free")
        video.truncate(45_200_000)

    [problem] = article(tmp_path, "nang.mp4").problems

    assert problem.message.startswith("Video “nang.mp4” nặng 45,2 MB")
    assert problem.level.value == "warning"
    assert problem.line == 4
