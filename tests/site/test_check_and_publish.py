"""One judgement: what `check` passes, `publish` publishes; what `check` refuses, `publish` refuses.

Sites of hostile texts, headlines, names and files are made by lot, always the same ones.
"""

import contextlib
import io
import random
import unicodedata

import pytest
from PIL import Image
from sample import PLAN_YAML, SCHOOL_YAML, article_text, document_text, pdf

from newsroom.building.errors import BuildRefused
from newsroom.building.publishing import build_edition
from newsroom.commands.checking.check import findings_of

SENTENCE = "Cô giáo kể chuyện hạt đậu nảy mầm trong chiếc lọ nhỏ bên cửa sổ lớp một."
WITHHELD = {
    "giu-lai-cho-duyet.md": article_text(SENTENCE, title="Hạt đậu nảy mầm bên cửa sổ", duyet=None),
    "lan-mau.md": article_text("Chưa duyệt.", title="Tin bài tháng 11/2024", duyet=None),
    "pho-mau-hieu-truong.md": article_text("Chưa duyệt.", title="Hiệu Trưởng Mẫu", duyet=None),
}
TEXTS = (
    SENTENCE,
    unicodedata.normalize("NFD", SENTENCE),
    SENTENCE.replace("hạt đậu", "**hạt** đ&#7853;u"),
    'Viết href="abc", src="a.jpg", srcset="b.jpg 2x", id="c" và href="#d".',
    '```\n<a href="abc">x</a> <img src="z.jpg" srcset="y.jpg 1x">\n```',
    "Gõ `<a href='javascript:x'>` và `[a](b.md)`.",
    "[a](https://vidu.example) [b](HTTPS://VIDU.EXAMPLE) <Https://vidu.example/x>",
    "[a](https://vidu.example/a b)",
    "[a](/to/to-1/#khong-co) [b](/lich/#khong-co) [c](/lien-ket/) [d](/van-ban/#x)",
    "[a](/thang/1999/01/) [b](/nam-hoc/1999-2000/) [c](/chi-tieu/2030/01/)",
    "[a](giu-lai-cho-duyet.md) ![Cảnh](anh.jpg)",
    '<a href="giu-lai-cho-duyet.md" title="a > b"><b>x</a></b> <a href=lan-mau.md>y',
    "[a](https://truongmau.example/khong-co.html) [b](https://truongmau.example)",
    "[a](https://truongmau.example/tin-bai/)",
    "[Tệp](<tệp & (1) #2.pdf>) [ảnh](<ảnh 50% 'đẹp'.jpg>) ![Cảnh](<ảnh 50% 'đẹp'.jpg>)",
    "<p><b>x<i>y</b></i><table><tr><td><table><tr><td>x</table></table><h2>a<h3>b</h2>",
    "<figure><figcaption>z</figure><dl><dt>a<dd>b</dl><ruby>a<rt>b</ruby><ul><p>c</ul></div>",
    "<a href='https://a.example'>x<a href='https://b.example'>y</a></a>",
    "<a href='ht\ntps://vidu.example'>x</a> <a href='https://vidu\t.example/'>y</a>",
    "x &#0; &#xFFFF; \ufdd0 \x0b \x1b[31m &#x1F468;",
    "Chữ]]> <![CDATA[x]]> <?php x ?> <!DOCTYPE x>",
    "| a | b |\n|---|---|\n| [x](y.md) | ![z](anh.jpg) |",
    "[a]() [b](#) [c](https://) [d](//) [e](/)",
    "[a](#khong-co) và[^1]\n\n[^1]: Chú thích [x](https://vidu.example/).",
    "[a](http://localhost:8000/) http://192.168.1.1/x",
    "[a](mailto:a@vidu.example?subject=x y) [b](tel:0203 312 345) a@vidu.example",
    "[a](?x) [b](a?b#c) [c](a%00b) [d](%) [e](..) [f](../..) [g](/../x)",
    "[a][b]\n\n[b]: https://vidu.example:99999",
    "<<<<<<< HEAD\nMột\n=======\nHai\n>>>>>>> x",
    "<!-- một\n\nhai",
    "```\nMột",
    "a" * 3000 + " " + "[" * 40,
    "> " * 30 + "sâu",
    "# Một\n\n#### Hai\n\n###### Ba {#id .lop onclick=x}",
    "Đường {{ x }} {% y %} {filename}/a.md |attach|",
    "<details open><summary>x</summary>y</details><iframe src=x></iframe><script>z</script>",
)
TITLES = (
    "Bài",
    '“Học” & <b>chơi</b> "thật"',
    "</title><script>x</script>",
    "Tin bài tháng 11/2024",
    "Hạt đậu nảy mầm bên cửa sổ",
    "=1+1 | x \\ y",
    "e\u0301\u202eabc \U0001f468\u200d\U0001f469",
    "a" * 300,
    "]]> &amp; &#x41;",
    "2024",
    "Lan Mẫu",
)
NAMES = (
    *("bai", "Đọc sách ở thư viện", "con", "index", "a.b.c", "100%", "it's", "tag", "to-1", "lich"),
    *("x" * 120, "✨ a", "hoat-dong", "to-chuyen-mon-so-mot", "2024-11-20", "guong-nguoi-tot"),
)
HEADERS = (
    {},
    {"video": "https://youtu.be/abcDEF_-123", "đồng_ý_hình_ảnh": "có"},
    {"video": "HTTPS://vidu.example/a b"},
    {"ảnh": "anh.jpg"},
    {"tóm_tắt": 'href="abc" <a href="x">y</a>'},
    {"từ_khóa": "a & b, <c>, Đ, ///, ..", "được_đăng": "Sở, 20/11/2024, https:/so.example/1"},
    {"được_đăng": "Sở, 20/11/2024, HTTPS://so.example/a"},
    {"slug": "nam-hoc"},
    {"đính_chính": 'Phó Mẫu, 21/11/2024, Sửa "href=" <b>'},
)


def picture():
    content = io.BytesIO()
    Image.new("RGB", (90, 60), (200, 90, 10)).save(content, "JPEG")
    return content.getvalue()


@pytest.fixture(scope="module")
def parity_site(module_site):
    for name, text in WITHHELD.items():
        module_site.write(f"tin-bai/2024/11/{name}", text)
    module_site.write("tin-bai/2024/11/anh.jpg", picture())
    module_site.write("tin-bai/2024/11/ảnh 50% 'đẹp'.jpg", picture())
    module_site.write("tin-bai/2024/11/tệp & (1) #2.pdf", pdf("Phụ lục"))
    module_site.write("van-ban/tep.pdf", pdf("Kế hoạch"))
    return module_site


def publish(site):
    """The words of a refusal; empty where the edition went out."""
    with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
        try:
            build_edition(site.root / "publishconf.py", site.output, allow_removals=True)
        except BuildRefused as refused:
            return str(refused)
    return ""


def errors(site):
    found = findings_of(site.content, site.root / ".cache").problems
    return [problem for problem in found if problem.is_error]


def drawn(seed):
    """Ten articles, two pages and two documents of a lot: path and text."""
    lot = random.Random(seed)
    for name in lot.sample(NAMES, 10):
        body = "\n\n".join(lot.sample(TEXTS, lot.randint(1, 3)))
        header = {**lot.choice(HEADERS), "tác_giả": lot.choice(["Lan Mẫu", "Hòa Mẫu"])}
        header["tổ"] = "Tổ 1" if header["tác_giả"] == "Lan Mẫu" else "Tổ 2"
        yield f"tin-bai/2024/11/{name}.md", article_text(body, title=lot.choice(TITLES), **header)
    for name in lot.sample(NAMES, 2):
        head = f"---\ntiêu đề: {lot.choice(TITLES)}\nduyệt: Phó Mẫu, 12/11/2024\n---\n"
        yield f"trang/{name}.md", head + "\n\n".join(lot.sample(TEXTS, 2))
    for number, name in enumerate(lot.sample(NAMES, 2)):
        head = {"trích_yếu": lot.choice(TITLES), "số_ký_hiệu": f"{number}/KH-TM"}
        yield f"van-ban/{name}.md", document_text("\n\n".join(lot.sample(TEXTS, 2)), **head)


def agree(site, articles, monkeypatch):
    """Check and publish them; then without those that `check` refuses."""
    monkeypatch.setenv("NEWSROOM_TODAY", site.today)
    for path, text in articles.items():
        site.write(path, text)
    try:
        wrong = errors(site)
        said = publish(site)
        assert bool(said) == bool(wrong), f"{wrong}\n{said}"
        # Nobody finds a text by the name of a file of the output.
        assert "output/" not in said, said
        for path in {problem.path for problem in wrong}:
            (site.root / path).unlink()
        assert errors(site) == []
        assert publish(site) == ""
    finally:
        for path in articles:
            (site.content / path).unlink(missing_ok=True)


@pytest.mark.parametrize("seed", range(8))
def test_check_and_publish_agree_on_a_site_of_hostile_articles(parity_site, seed, monkeypatch):
    agree(parity_site, dict(drawn(seed)), monkeypatch)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("truong.yaml", "https://truongmau.example", "HTTPS://TruongMau.example/tin/"),
        ("truong.yaml", "https://truongmau.example", "https://trường.example/báo tường"),
        ("truong.yaml", "https://truongmau.example", "http://localhost:8000"),
        ("truong.yaml", "Trường Mẫu", '"Trường </title> & \\"Mẫu\\""'),
        ("truong.yaml", "tên: Trường Mẫu", "tên: Trường Mẫu\nthư điện tử: a b"),
        ("truong.yaml", "mã: phong,", "mã: ../phong,"),
        ("ke-hoach/2024-2025.yaml", "mã: to-1", "mã: ../to"),
        ("ke-hoach/2024-2025.yaml", "mã: to-1", "mã: Tổ/1 #?"),
        ("ke-hoach/2024-2025.yaml", "mã: hoat-dong", "mã: con"),
        ("ke-hoach/2024-2025.yaml", "mã: hoat-dong", "mã: index"),
        ("ke-hoach/2024-2025.yaml", "tên: Hoạt động", 'tên: "Hoạt động <b> & \\"x\\""'),
        ("ke-hoach/2024-2025.yaml", "Lan Mẫu", "Lan <i> Mẫu"),
    ],
)
def test_check_and_publish_agree_on_hostile_settings(parity_site, file, old, new, monkeypatch):
    monkeypatch.setenv("NEWSROOM_TODAY", parity_site.today)
    before = {"truong.yaml": SCHOOL_YAML, "ke-hoach/2024-2025.yaml": PLAN_YAML}[file]
    parity_site.write(file, before.replace(old, new))
    parity_site.write("tin-bai/2024/11/bai.md", article_text("Một bài."))
    try:
        said = publish(parity_site)
        assert bool(said) == bool(errors(parity_site)), said
        assert "output/" not in said
    finally:
        parity_site.write(file, before)


@pytest.mark.parametrize(
    "events",
    [
        '- {ngày: 20/11/2024, việc: "x </a> href=\\"abc\\" ]]>"}',
        "- {ngày: 20/11/2024, việc: Họp, nơi: 'http://localhost/x', ai: '<b>'}",
        "- {ngày: 20/11/2024, việc: Hạt đậu nảy mầm bên cửa sổ}",
    ],
)
def test_check_and_publish_agree_on_a_hostile_calendar(parity_site, events, monkeypatch):
    agree(parity_site, {"lich.yaml": events}, monkeypatch)
