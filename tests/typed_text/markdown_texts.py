"""Texts of every construct we know, glued together at random: the same ones every time."""

import random
from collections.abc import Iterator

EVERYDAY = (
    "Sáng 26/3, Liên đội sơ kết đợt thi đua; 58 học sinh được khen.",
    '"Chào thì sang bên kia hẵng chào", chị cười. 6 giờ 40 phút - 7 giờ 10 phút.',
    "Một dòng\nhai dòng\nba dòng",
    "– gạch ngang\n• chấm tròn\n… ba chấm",
    "1. Một\n2. Hai\n3. Ba",
    "- một\n- hai\n- ba",
    "+ **một**: [hai](khac/b.md)\n+ ba",
    "> trích dẫn\n> dòng hai",
    "> **Đậm** *nghiêng* [liên kết](https://vi-du.example/a_b)",
    "# Đề mục một",
    "## Đề mục hai\nvà một dòng ngay dưới",
    "###### 1. Sáu\n- a",
    '![Ảnh lớp 1](anh1.jpg "Chú thích (ảnh: cô Lan)")',
    '![Ảnh lớp 2](anh1.jpg "Ảnh: Lan Mẫu")',
    '[liên kết](khac/b.md) và [nữa](https://vi-du.example/ "Tên"), [lạ](khong-co.md)!',
    "**[liên kết](khac/b.md)** và *[a](b.md) c*",
    "[x](javascript:alert) [y](data:a,b)",
)
SNIPPETS = (
    *EVERYDAY,
    "Giá 1.850.000 đồng (70%); thư: a@b.vn, Q & A, 5 = 2 + 3 và 3 < 5 > 2",
    "3. Ba\n4. Bốn",
    "* một\n* hai",
    "+ **một**: [hai](b.md)\n+ ba",
    "- một\n\n- hai\n\n- ba",
    "- một\n    - con\n    - cháu\n- hai",
    "- một\n\n    đoạn trong mục\n\n- hai",
    "- một\nnối\n  nối thêm\n- hai",
    "- # Đề mục\n- > trích",
    "1. một\n    1. con\n\n    đoạn",
    "1) không phải danh sách",
    "> trích dẫn\ndòng lười",
    "> một\n>\n> - hai\n> > sâu hơn",
    "###### Sáu",
    "####### Bảy",
    "## 1. Đề mục có số ##",
    "#không cách",
    "Chữ trước\n## Đề mục giữa đoạn\nchữ sau",
    "Gạch dưới một\n===",
    "Gạch dưới hai\n---",
    "---",
    "* * *",
    "Chữ\n***\nchữ",
    "| A | B |\n|---|:-:|\n| 1 | 2 |\n| `a|b` | **x** |",
    "A | B\n-|-\n1 | 2 |",
    "Chú thích[^1] và lại[^1], còn[^hai].",
    "[^1]: Nội dung *chú thích*\n    thêm",
    "[^hai]: Hai\n\n    đoạn hai\n\n        mã",
    "///Footnotes Go Here///",
    "[a][1] và [b][], ![c][1], [b]",
    '[1]: anh1.jpg "Tên"',
    "[b]: khac/b.md\n'Tên'",
    "<div>\nkhối *HTML*\n\nvẫn trong khối\n</div>",
    "<div markdown=1>\n\n*a*\n\n</div>",
    "<p>mở mãi",
    "</div>",
    "<!-- chú\n\nthích -->",
    "Một <b>thẻ</b> trong dòng <br> và <img src=anh1.jpg>",
    "<script>alert(1)</script>",
    '<a href="javascript:alert(1)">x</a>',
    "<https://vi-du.example/a?b=c&d=e> và <a@b.vn>",
    "`mã` và ``mã ` khác``, \\`không\\` \\*không\\*",
    "```\nrào\n\nrào\n```",
    "    mã thụt\n\n    mã nữa",
    "ngắt cứng  \ndòng sau",
    "ngắt bằng gạch\\\ndòng sau",
    "Đoạn có thuộc tính\n{: #id .lop title=x }",
    "## Đề mục {#fn-x .lop}",
    "*nhấn*{: .lop} và **đậm**{hidden}",
    "![Ảnh](anh1.jpg)",
    "![Ảnh 'x'](<anh 1.jpg> 'Tên')",
    "![a](anh1.jpg) ![b](anh/c.png)",
    "Chữ ![a](anh1.jpg) chữ",
    "[![a](anh1.jpg)](khac/b.md)",
    "Chào![ảnh](anh1.jpg)",
    "[x](javascript:alert) [y](data:a,b) [z](http://[x) src=abc:def",
    "[a [b](khac/b.md) c](anh1.jpg)",
    "*nhấn qua\nhai dòng* và **đậm *lồng* nhau** ***cả hai***",
    "a*b*c **d**e _f_ __g__ h_i_j * k * **l* m** *n**",
    "*a**b* **c *d** e*",
    "&amp; &nbsp; &#122;qxplainzqx &#x41; &khong; &",
    "zqxplainzqx",
    "Tie\u0302\u0301ng Vie\u0323\u0302t NFD",
    "\u0301dấu đứng đầu",
    "dấu cách\u00a0cứng\u2028dòng\u2029đoạn\u3000rộng\ufeff",
    "điều\x00khiển\x02và\x03\x0b\x0c\x1f\x85",
    "dòng\rcũ\r\nkiểu Windows\r\n\r\nđoạn",
    "\ttab đầu dòng\n\tnữa",
    "chữ\ttab",
    "12 tháng 5. Và 1. đầu dòng\n1. không phải danh sách",
    "12. một\n13. hai",
    "1.Không cách",
    "Biểu tượng 😀 và chữ 漢字, кириллица",
    "{static}/a {filename} [x]({static}/anh/c.png)",
    "~~gạch~~ ^mũ^ $x$ a|b",
    "Tên\n: định nghĩa",
    "Chữ _nghiêng_ và __đậm__, rồi [b].",
    "Viết src=abc:def hay href = x:y thì sao?",
    "Chữ `mã` chữ",
    "*[HTML]: viết tắt",
    "!!! note\n    a",
    "Đồ dùng cần mang:\n- Bút chì\n- Thước kẻ\nCác em nhớ mang đủ.",
    "Các bước:\n1) Gieo hạt\n2/ Tưới nước\n3. Ghi chép",
    "• Bút\n\t◦ chì\n•\tThước\n▪Vở",
    "- Phẩm chất\n+ Yêu nước\n+ Nhân ái\n- Năng lực",
    "1. Một\n- a\n- b\n2. Hai\n5. Năm",
    "a) Một\nb) Hai\nđ) Ba",
    "2026. Năm học mới.\n20. 11. 2026 là ngày vui",
    "– Em tên gì?\n— Em tên An ạ.",
    "Thời gian: 7 giờ\nĐịa điểm: sân trường\nThành phần: cả lớp",
    "em về giữa mùa trăng\náo bay vàng cúc trắng\ngió đưa hương qua ngõ\nđêm rằm ai đợi ai",
    "Xem https://vi-du.example/a_(b)). Và www.vi-du.example, thư a.b@vi-du.example!",
    "[x](https://vi-du.example/) rồi https://vi-du.example/tin",
    "Bảng điểm:\n| Lớp | Điểm |\n|---|---|\n| 1A | 10 |\nHết bảng.",
    "Lớp\tĐiểm\n1A\t10\n1B\t9",
    "5*, 4* và 2*3*4; (*) ghi chú; ~5 kg; ~~bỏ~~; ^_^; C:\\_anh\\tet; <họ tên>; {chú ý}",
    "#tuyensinh #lop1\n# Đề mục\n#1",
    "Anh em ơi\n---\nhết",
    "    Thụt đầu dòng.\n\n\tThụt nữa **đậm**.",
)
WORDS = (
    *("a", "ộ", "Đ", "1", " ", " ", "*", "*", "**", "[", "](", ")", "(", "!", "![", '"', "'"),
    *('[a](b.md "t")', "[b](c.png)", "*a*", "**b**", "\n1. ", "\n2. ", "\n- ", "\n> ", "\n# "),
    *("\n", "\n\n", "anh1.jpg", "khac/b.md", "https://a.vn/b_c", "javascript:x", "***", "_", "]"),
    *("12", "  ", "1. ", "2. ", "- ", "* ", "> ", "# ", "## "),
    *("\n", "\n", "\n\n", "\n\n", "\n- ", "\n> ", "\n2. ", ".", ":", "-", "=", "+", "#", "&", "<"),
    *("• ", "\t", "a) ", "1) ", "https://a.vn", "www.a.vn", "a@b.vn", "~~", "B", "\nB", "\n    "),
    *("\n+ ", "\n• ", "\n1) ", "\n| a | b |", "\n|---|---|", "\na\tb", "– ", "\n    - ", ":\n"),
    *("`", "\\", "{", "}", "|", "^", "~", "/", "…", "“", "[^1]", "\u0301", "\u00a0", "x.", "3."),
)
_BETWEEN = ("\n\n",) * 12 + ("\n", "\n\n\n", "\n\n\n\n", "\n \n", "\n\n ", "\n\n    ", " \n\n")
_BEFORE = ("",) * 24 + (" ", "  ", "    ", "\t", "> ", "- ", "1. ", "\\")


def glued(count: int, seed: int) -> Iterator[str]:
    """Whole documents: constructs in any order, some of them set in or run together."""
    chance = random.Random(seed)
    for _ in range(count):
        if chance.random() < 0.3:
            yield "\n\n".join(chance.choices(EVERYDAY, k=chance.randint(1, 7)))
            continue
        text = chance.choice(("", "", "", "\n", "\n\n", "  \n"))
        for _ in range(chance.randint(1, 7)):
            snippet = chance.choice(chance.choice((EVERYDAY[:4], EVERYDAY, SNIPPETS)))
            if before := chance.choice(_BEFORE):
                snippet = before + snippet.replace("\n", "\n" + before)
            text += snippet + chance.choice(_BETWEEN)
        yield text if chance.random() < 0.5 else text.rstrip("\n")


def altered(count: int, seed: int) -> Iterator[str]:
    """Everyday documents in which one or two places were changed."""
    chance = random.Random(seed)
    for _ in range(count):
        text = "\n\n".join(chance.choices(EVERYDAY, k=chance.randint(1, 3)))
        for _ in range(chance.randint(1, 2)):
            place = chance.randrange(len(text) + 1)
            text = text[:place] + chance.choice(WORDS) + text[place + chance.choice((0, 0, 1)) :]
        yield text


def stirred(count: int, seed: int) -> Iterator[str]:
    """Short documents of signs in any order, to try every border of a construct."""
    chance = random.Random(seed)
    for _ in range(count):
        # Few signs at a time, or the same one would hardly ever come twice.
        known = chance.sample(WORDS, chance.randint(3, 6))
        yield "".join(chance.choices(known, k=chance.randint(2, 12)))
