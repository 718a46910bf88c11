"""The line `địa chỉ cũ` as people and programs write it into a header."""

import pytest
from sample import write_file

from newsroom.domain.problem import Level
from newsroom.intake.content.item_reader import read_item
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.folder.scan import Scan


@pytest.fixture
def read(tmp_path):
    def item(lines, path="tin-bai/bai.md"):
        write_file(tmp_path, path, f"---\ntiêu đề: Bài\n{lines}---\nLời bài.\n")
        return read_item(path, ContentFolder(Scan(tmp_path)), "https://truongmau.example")

    return item


@pytest.mark.parametrize(
    "lines",
    [
        "địa chỉ cũ: /a/\nđịa chỉ cũ: /b.html\n",
        "địa chỉ cũ:\n  - /a/\n  - /b.html\n",
        "dia chi cu: '/a/'\nĐịa Chỉ Cũ： \"/b.html\"\n",
        "aliases:\n- /a/\n- http://cu.example/b.html\n",
        "redirect_from: /a/\nredirect_from: /b.html\nredirect_from: /A\n",
        "former address: /a/\nđịa chỉ cũ:\nđịa chỉ cũ: /b.html\n",
    ],
)
@pytest.mark.parametrize("path", ["tin-bai/bai.md", "trang/bai.md", "van-ban/bai.md"])
def test_one_address_a_line_or_a_list_of_them(read, lines, path):
    item = read(lines, path)

    assert [one.address for one in item.former_addresses] == ["/a", "/b.html"]
    assert not [one for one in item.problems if "NR-ADDRESS" in one.id]


def test_a_line_that_is_none_is_a_warning_at_its_place_and_keeps_nothing_back(read):
    item = read("địa chỉ cũ: /a/\nđịa chỉ cũ: /../b\nđịa chỉ cũ: /feeds/\n")

    found = [one for one in item.problems if one.id.startswith("NR-ADDRESS")]
    assert [(one.line, one.level) for one in found] == [(4, Level.WARNING), (5, Level.WARNING)]
    assert [(one.address, one.line) for one in item.former_addresses] == [("/a", 3)]
