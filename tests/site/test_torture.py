"""Files that broke other tools: built right, or a clear message. Never a traceback or a hang."""

import io
import os
import struct
import time
import unicodedata
import zipfile
import zlib
from contextlib import suppress

import pytest
from sample import PLAN_YAML, SCHOOL_YAML, article_text, document_text, pdf

from newsroom.buildtools.terminal import printed

EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><svg onload=alert(1)>"
# In seconds, on a slow machine that does other things too.
LONGEST = 25


def png_bomb(side=40_000):
    """A picture of a few kilobytes that would take gigabytes of memory."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(
            ">I", zlib.crc32(kind + data)
        )  # fmt: skip

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    packed = zlib.compress(bytes(1_000_000), 9)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    )


def zip_bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a", bytes(60_000_000))
    return out.getvalue()


def everywhere(words):
    """An approved article with these words in every field that is free text."""
    return article_text(
        f"{words}\n\n# {words}\n\n[{words}](https://a.example/{words})\n\n![{words}](a.jpg)",
        title=words,
        tóm_tắt=words,
        từ_khóa=words,
        đính_chính=f"Phó Mẫu, 13/11/2024, {words}",
    )


BODIES = {
    "deep-list": "\n".join("  " * n + "- x" for n in range(600)),
    "deep-quote": ">" * 3000 + " x",
    "deep-brackets": "[" * 50_000 + "x" + "]" * 50_000,
    "deep-html": "<div>" * 3000 + "x",
    "stars": "*a" * 12_000,
    "underscores": "_" * 12_000 + "a",
    "backticks": "`" * 3000 + "a" + "`" * 2999,
    "links": "[a](" * 30_000,
    "pictures": "![" * 40_000,
    "entities": "&" * 12_000 + "amp;" * 3000,
    "table": "|" * 2000 + "\n" + "|-" * 2000 + "\n" + "|x" * 2000,
    "comment": "<!--" * 2000,
    "spaces": " " * 60_000 + "x",
    "tabs": ("\t" * 300 + "x\n") * 40,
    "footnotes": "".join(f"[^{n}] " for n in range(500)) + "\n\n[^1]: x",
    "nul": "a\x00b\x1bc\u202ed\ufffe",
    "one-line": "chữ " * 250_000,
    "script": EVIL,
    "javascript": "[a](javascript:alert(1)) [b](JaVaScRiPt&#58;alert(1)) ![c](data:text/html,x)",
    "traversal": "![a](../../../etc/passwd) [b](../../truong.yaml) [c](/etc/passwd)"
    " ![d](..\\..\\x.jpg) [e](%2e%2e/%2e%2e/publishconf.py)",
}


FINE = article_text("Bài lành.")
PAGE_OF_FINE = "tin-bai/2024/11/duoc/index.html"


@pytest.fixture
def tortured(site):
    site.write("tin-bai/duoc.md", FINE)
    return site


def published(site, *options):
    begun = time.monotonic()
    outside = {p for p in site.root.parent.rglob("*") if site.root not in p.parents}
    made = site.publish("--keep-going", *options)
    took = time.monotonic() - begun
    assert "Traceback" not in made.stderr + made.stdout, made.stderr[-2000:]
    assert took < LONGEST, took
    assert {p for p in site.root.parent.rglob("*") if site.root not in p.parents} == outside
    return made


def publish_all(site, texts):
    """A site with a sound article and all of these; whatever they are, it is published."""
    site.write("tin-bai/duoc.md", FINE)
    for name, text in texts.items():
        site.write(f"tin-bai/{name}", text)
    made = published(site)
    assert made.returncode == 0, made.stderr
    assert PAGE_OF_FINE in site.files()
    return made


@pytest.fixture(scope="module")
def with_all_bodies(module_site):
    """Its files, and what `check` says."""
    texts = {f"{kind}.md": article_text(body, title=kind) for kind, body in BODIES.items()}
    publish_all(module_site, texts)
    return module_site.files(), module_site.invoke("check").stdout


@pytest.mark.parametrize("kind", BODIES)
def test_a_text_that_hurts_other_tools(with_all_bodies, kind):
    files, said = with_all_bodies

    page = files.get(f"tin-bai/2024/11/{kind}/index.html", b"")
    assert b"alert(1)>" not in page
    assert b"javascript:" not in page.lower()
    assert b"root:" not in page
    assert page or f"content/tin-bai/{kind}.md:" in said


def test_html_and_script_in_every_field_stay_words(tortured):
    tortured.write("tin-bai/hai.md", everywhere(EVIL))
    tortured.write("tin-bai/ba.md", everywhere("../../../etc/passwd\\..\\x"))
    tortured.write("van-ban/tep.pdf", pdf())
    tortured.write(
        "van-ban/a.md", document_text(EVIL, trích_yếu=EVIL, số_ký_hiệu=EVIL, lĩnh_vực=EVIL)
    )
    tortured.write("lich.yaml", f"- {{ngày: 20/12/2024, việc: {EVIL!r}, công khai: có}}\n")
    tortured.write(
        "truong.yaml", SCHOOL_YAML.replace("Trường Mẫu", "Trường Mẫu <script>x</script>", 1)
    )

    published(tortured)

    for name, content in tortured.files().items():
        assert b"<script>alert" not in content, name
        assert b"<script>x" not in content, name
        assert b"onerror=alert(1)>" not in content, name


NAMES = [
    *("CON.md", "aux.md", "nul.txt.md", "lpt1.md", "a .md", "b..md", "-rf.md", "$(id).md"),
    *(f"{'d' * 251}.md", "tin\tbai.md", "a&b<c>.md", "%2e%2e.md", "..%2f..%2fx.md"),
    unicodedata.normalize("NFD", "bài-viết.md"),
    *("HOA.MD", "e\u0301\u0301.md", "\u202egnuhc.md", "😀.md"),
]


def test_names_that_hurt_other_systems(site):
    taken = {}
    for number, name in enumerate(NAMES):
        # Whatever this disk does not take cannot hurt here.
        with suppress(OSError):
            site.write(f"tin-bai/{name}", "")
            taken[name] = article_text(f"Chữ của bài {number}.")

    publish_all(site, taken)

    said = site.invoke("check").stdout
    pages = b"".join(content for name, content in site.files().items() if "/2024/11/" in name)
    for number, name in enumerate(taken):
        is_published = f"Chữ của bài {number}.".encode() in pages
        assert is_published or f"content/tin-bai/{printed(name)}:" in said, name


def test_twins_in_two_forms_and_two_cases(tortured):
    for name in (unicodedata.normalize("NFC", "bài.md"), unicodedata.normalize("NFD", "bài.md")):
        tortured.write(f"tin-bai/{name}", article_text("Chữ."))
    for name in ("To.md", "to.md", "TO.md"):
        tortured.write(f"tin-bai/{name}", article_text("Chữ."))

    assert published(tortured).returncode == 0


ENCODINGS = ["utf-16", "utf-16-be", "utf-32", "utf-8-sig", "cp1258", "latin-1", "ascii"]


def test_files_in_other_encodings(site):
    texts = {"byte.md": bytes(range(256)) * 50}
    for encoding in ENCODINGS:
        text = article_text("Chữ Việt.").encode(encoding, "replace")
        texts |= {f"{encoding}.md": text, f"{encoding}-cut.md": text[:-1]}

    publish_all(site, texts)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has neither")
def test_pipes_sockets_and_links_that_lead_out(tortured):
    folder = tortured.content / "tin-bai"
    os.mkfifo(folder / "ong.md")
    os.mkfifo(folder / "ong.jpg")
    (folder / "ngoai.md").symlink_to("/etc/passwd")
    (folder / "ngoai").symlink_to("/etc")
    (folder / "vong").symlink_to(folder)
    (folder / "vong.md").symlink_to(folder / "vong.md")
    (folder / "thiet-bi.md").symlink_to("/dev/zero")
    tortured.write("tin-bai/hai.md", article_text("![a](ong.jpg) [b](ngoai/passwd)"))

    made = published(tortured)

    assert made.returncode == 0, made.stderr
    assert not any(b"root:x:" in content for content in tortured.files().values())


def test_ten_megabytes_of_article(tortured):
    tortured.write("tin-bai/hai.md", article_text("Một câu bình thường thôi.\n\n" * 400_000))

    published(tortured)

    assert PAGE_OF_FINE in tortured.files()
    said = tortured.invoke("check").stdout
    assert "hai.md:1: lỗi: Tệp nặng 14,0 MB; máy chỉ nhận tới 1,0 MB." in said


def test_a_text_that_takes_too_long_is_named(site, monkeypatch):
    site.takes_its_own_plugin()
    reader = site.root / "plugins/newsroom/intake/content/item_reader.py"
    reader.write_text(reader.read_text().replace("LONGEST = 20\n", "LONGEST = 0.2\n"))
    site.write("tin-bai/duoc.md", FINE)
    site.write("tin-bai/lau.md", article_text("Một *câu* với `mã` và [a](#a).\n\n" * 4_000))

    made = published(site)

    assert made.returncode == 0, made.stderr
    assert [name for name in site.files() if "2024/11/" in name and "tin-bai" in name] == [
        PAGE_OF_FINE
    ]
    said = site.invoke("check").stdout
    assert "content/tin-bai/lau.md:1: lỗi: Máy đọc bài này quá 0.2 giây mà chưa xong." in said


def test_pictures_and_files_that_unpack_to_gigabytes(tortured):
    tortured.write("tin-bai/bom.png", png_bomb())
    tortured.write("tin-bai/cut.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF")
    tortured.write("tin-bai/bom.zip", zip_bomb())
    tortured.write("tin-bai/hai.md", article_text("![a](bom.png) ![b](cut.jpg) [c](bom.zip)"))

    made = published(tortured)

    assert made.returncode == 0, made.stderr
    assert PAGE_OF_FINE in tortured.files()


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(12)
)


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        "!!python/object/apply:os.system ['touch /tmp/newsroom-pwned']\n",
        "[" * 20_000,
        "{" * 5_000,
        "- " * 5_000,
        "a: " * 2_000,
        "tên: &a [*a]\n",
        "\x00",
        PLAN_YAML.replace("31/07/2025", "31/07/99999"),
        PLAN_YAML.replace("mã: to-1", "mã: ../../x"),
        PLAN_YAML.replace("mã: hoat-dong", "mã: ../../../x"),
        PLAN_YAML + "chỉ tiêu:\n  - {mã: ../../x, nội dung: A, ai: toàn trường, ít nhất: 1}\n",
    ],
    ids=range(12),
)
def test_a_plan_that_is_a_trap(tortured, text):
    tortured.write("ke-hoach/2024-2025.yaml", text)

    made = published(tortured)

    assert made.returncode in (0, 1)
    assert made.returncode == 0 or "ke-hoach/2024-2025.yaml:" in made.stderr
    assert not os.path.exists("/tmp/newsroom-pwned")


def test_days_at_the_edges(site):
    days = ["29/02/2024", "30/11/2024 23:59", "01/12/2024 00:00", "31/12/9999", "01/01/0001"]

    publish_all(site, {f"{n}.md": article_text("Chữ.", ngày=day) for n, day in enumerate(days)})


def test_addresses_that_lead_out(site):
    slugs = ["../../x", "/etc/x", "a/b", "..", "con", "x" * 500, "a%2fb", ""]

    publish_all(site, {f"{n}.md": article_text("Chữ.", slug=slug) for n, slug in enumerate(slugs)})
