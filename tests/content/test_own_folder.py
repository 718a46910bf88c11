"""The folder that is named like an article: what the article keeps for itself."""

import pytest
from sample import article_text, write_site

from newsroom.intake.content.item_reader import read_item
from newsroom.intake.folder.content_folder import ContentFolder

PNG = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\6\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc"
    b"\xf8\xff\xff?\0\5\xfe\2\xfe\xa75\x81\x84\0\0\0\0IEND\xaeB`\x82"
)


def read(tmp_path, files, **header):
    body = header.pop("body", "Nội dung bài viết.")
    text = article_text(body, **header)
    content = write_site(tmp_path, {"tin-bai/2024-11/bai.md": text, **files})
    return read_item("tin-bai/2024-11/bai.md", ContentFolder(content))


@pytest.mark.parametrize("name", ["bai/a.png", "a.png", "A.PNG"])
def test_a_picture_in_it_is_found_by_its_name_alone(tmp_path, name):
    file = read(
        tmp_path, {"tin-bai/2024-11/bai/a.png": PNG}, ảnh=name, body=f"Chữ.\n\n![x]({name})"
    )

    assert file.cover == "tin-bai/2024-11/bai/a.png"
    assert file.pictures == ("tin-bai/2024-11/bai/a.png",)
    assert not [problem for problem in file.problems if "Không tìm thấy" in problem.message]


def test_a_picture_beside_the_article_comes_first(tmp_path):
    files = {"tin-bai/2024-11/bai/a.png": PNG, "tin-bai/2024-11/a.png": PNG}

    assert read(tmp_path, files, ảnh="a.png").cover == "tin-bai/2024-11/a.png"


def test_the_folder_of_another_article_is_not_looked_into(tmp_path):
    assert read(tmp_path, {"tin-bai/2024-11/khac/a.png": PNG}, ảnh="a.png").cover == ""


def test_a_folder_in_it_makes_a_gallery(tmp_path):
    file = read(tmp_path, {"tin-bai/2024-11/bai/bo-anh/a.png": PNG}, thư_viện="bo-anh")

    assert file.gallery == ("tin-bai/2024-11/bai/bo-anh/a.png",)


def test_a_step_upward_counts_from_the_article_not_from_its_folder(tmp_path):
    files = {"tin-bai/2024-11/bai/x.txt": b"x", "tin-bai/2024-11/a.png": PNG}

    assert read(tmp_path, files, ảnh="../a.png").cover == ""
