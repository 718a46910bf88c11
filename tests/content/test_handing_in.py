"""Broken or empty is not handed in: it counts nowhere, and the desk says why."""

import json
import re
from dataclasses import replace

import pytest
from sample import PLAN, PLAN_YAML, article_text, make_article, tally_rows

from newsroom.domain.content.handing_in import Lack, lacks_of
from newsroom.domain.plan.category import NO_CATEGORY, Genre
from newsroom.intake.writing.skeletons import skeleton

QUOTA = "  - {mã: nop, nội dung: N, ai: Tổ 1, ít nhất: 1, mỗi: tháng, tính theo: nộp}\n"
WHOLE = make_article("12/11/2024")


@pytest.mark.parametrize(
    ("changed", "lacks"),
    [
        ({}, ()),
        ({"has_text": False}, (Lack.TEXT,)),
        ({"authors": ()}, (Lack.AUTHOR,)),
        ({"groups": ()}, (Lack.GROUP,)),
        ({"category": NO_CATEGORY}, (Lack.CATEGORY,)),
        ({"has_text": False, "authors": (), "groups": ()}, (Lack.TEXT, Lack.AUTHOR, Lack.GROUP)),
    ],
)
def test_without_text_author_group_or_category_nothing_is_handed_in(changed, lacks):
    article = replace(WHOLE, **changed)

    assert lacks_of(article) == lacks
    count = tally_rows(QUOTA, [article], "05/12/2024")["nop--to-1"].cell("2024-11").count
    assert count == (0 if lacks else 1)


PROMPTS = skeleton(Genre.ARTICLE, PLAN.categories[1])
# File, text, and why it is not handed in (nothing: it is).
FILES = [
    ("rong", article_text("", title="Rỗng"), "chưa thấy nội dung bài"),
    ("nhac", article_text(PROMPTS, title="Lời nhắc"), "chưa thấy nội dung bài"),
    ("nguoi-la", article_text(title="Người lạ", tác_giả="Không Có Ai"), "chưa rõ tác giả"),
    ("to-la", article_text(title="Tổ lạ", tổ="Tổ 9"), "chưa rõ tổ"),
    ("muc-la", article_text(title="Mục lạ", chuyên_mục="Không Có"), "chưa rõ chuyên mục"),
    (
        "tat-ca",
        article_text("", title="Tất cả", tác_giả="Không Có Ai", chuyên_mục="Không Có"),
        "chưa thấy nội dung bài, chưa rõ tác giả, chưa rõ chuyên mục",
    ),
    ("cong-tac-vien", article_text(title="Cộng tác viên", tác_giả="Phụ Huynh Mẫu"), ""),
    ("mot-nguoi", article_text(title="Một người", tác_giả="Lan Mẫu, Không Có Ai"), ""),
    ("anh-hong", article_text("![x](khong-co.jpg)\n\nLời.", title="Ảnh hỏng"), ""),
]


def test_the_quota_page_leaves_them_out_and_the_desk_says_why(site):
    site.today = "2024-12-05"
    contributors = "cộng tác viên: [Phụ Huynh Mẫu]\n"
    site.write("ke-hoach/2024-2025.yaml", f"{PLAN_YAML}{contributors}chỉ tiêu:\n{QUOTA}")
    for name, text, _ in FILES:
        site.write(f"tin-bai/{name}.md", text.replace("duyệt: Phó Mẫu, 12/11/2024\n", ""))

    assert site.invoke("build").returncode == 0

    desk = (site.root / "desk/index.html").read_text(encoding="utf-8")
    items = desk.split('<li class="queue__item">')[1:]
    said = {
        re.search(r"content/tin-bai/([\w-]+)\.md", item)[1]: re.findall(
            r"Chưa tính là nộp: ([^<]*)</li>", item
        )
        for item in items
    }
    assert said == {name: [why] if why else [] for name, _, why in FILES}
    tally = json.loads((site.root / "desk/thong-ke/2024-2025.json").read_text(encoding="utf-8"))
    (november,) = [c for c in tally["quotas"][0]["cells"] if c["period"] == "2024-11"]
    assert (november["count"], november["verdict"]) == (3, "vượt 2")
