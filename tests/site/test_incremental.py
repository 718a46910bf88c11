"""Whatever happens between two builds, the second equals a clean one: bytes and problems."""

import os
import random
import re
import shutil
import sys
from contextlib import redirect_stderr, suppress
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from PIL import Image
from sample import PLAN_YAML, SCHOOL_YAML, article_text, document_text, pdf, webm

from newsroom.building.publishing import BuildRefused, build_edition, evaluate_content
from newsroom.buildtools.cache.build_cache import _FORGOTTEN
from newsroom.commands.deciding.import_decisions import record_import
from newsroom.exports.findings.check import all_problems

REPOSITORY = Path(__file__).resolve().parents[2]
# More by hand: NEWSROOM_SEEDS=200 NEWSROOM_STEPS=40 pytest tests/site/test_incremental.py
SEEDS = int(os.environ.get("NEWSROOM_SEEDS", "4"))
STEPS = int(os.environ.get("NEWSROOM_STEPS", "14"))

QUOTAS = """\
chỉ tiêu:
  - {mã: to, nội dung: Mỗi tổ 1 bài, ai: mỗi tổ chuyên môn, ít nhất: 1, mỗi: tháng, tính theo: nộp}
  - {mã: so, nội dung: Gửi Sở, ai: toàn trường, ít nhất: 1, mỗi: học kỳ, tính theo: gửi}
  - {mã: anh, nội dung: Gói ảnh, ai: mỗi tổ chuyên môn, ít nhất: 1, mỗi: học kỳ, tính theo: ảnh}
"""
ITEMS = """\
công khai:
  - {mã: thu, nội dung: Các khoản thu, hạn: 30/9, phụ trách: [to-1]}
  - {mã: chi, nội dung: Các khoản chi, hạn: 15/12}
"""
DEADLINES = """\
hạn:
  - {mã: nop, việc: Nộp bài, khi: ngày 25 hằng tháng, ai: Tổ 1, chỉ tiêu: [to], công khai: không}
  - {mã: bao-cao, việc: Báo cáo, khi: 31/5, công khai: có}
"""
TOPICS = """\
chủ đề:
  - {mã: khai-giang, nội dung: Lễ khai giảng, khi: tháng 9, ai: [to-1, doi]}
  - {mã: sach, nội dung: Đọc sách, khi: tháng 10 và 12, đối tượng: cha mẹ, hình thức: bài}
"""
NEXT_YEAR = PLAN_YAML.replace("2025", "2026").replace("2024", "2025").replace("mẫu", "mẫu sau")
STANDING = "---\ntiêu đề: Giới thiệu\nduyệt: Phó Mẫu, 10/10/2024\n---\nTrường mẫu.\n"


def picture(shade):
    out = BytesIO()
    Image.new("RGB", (40, 30), (shade, 90, 90)).save(out, "JPEG")
    return out.getvalue()


@dataclass
class Story:
    """A small site to which things happen, and the same site built from nothing beside it."""

    root: Path
    chance: random.Random
    today: str = "2024-11-30"
    told: list[str] = field(default_factory=list)

    @property
    def content(self):
        return self.root / "content"

    def articles(self):
        return sorted((self.content / "tin-bai").rglob("*.md"))

    def one(self):
        return self.chance.choice(self.articles() or [self.new_article()])

    def day(self):
        return f"{self.chance.randint(1, 28):02}/{self.chance.randint(9, 12):02}/2024"

    def new_article(self):
        n = self.chance.randrange(10_000)
        path = self.content / f"tin-bai/2024/bai-{n}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        day = self.day()
        duyet = self.chance.choice([None, f"Phó Mẫu, {day}", f"Phó Mẫu, {day}"])
        body = self.chance.choice(
            [
                "Chữ.\n\nĐoạn hai.",
                "![Mô tả](a.jpg 'Chú thích')",
                f"[Bài kia](bai-{self.chance.randrange(3)}.md) và [địa chỉ]({self.address()})",
                "[Tệp](tep.pdf) và [thiếu](khong-co.pdf)",
            ]
        )
        path.write_text(
            article_text(
                body,
                title=f"Tiêu đề {n}",
                ngày=day,
                duyet=duyet,
                tổ=self.chance.choice(["Tổ 1", "Tổ 2", "Đội Thiếu niên", "Tổ 1, Tổ 2", "Tổ 11"]),
                tác_giả=self.chance.choice(["Lan Mẫu", "Hòa Mẫu"]),
                chuyên_mục=self.chance.choice(["Gương người tốt, việc tốt", "Hoạt động"]),
                ảnh=self.chance.choice([None, "a.jpg"]),
                thư_viện=self.chance.choice([None, None, "bo-anh/", "anh/bo-anh"]),
                đồng_ý_hình_ảnh=self.chance.choice([None, "có", "không"]),
            )
        )
        return path

    def documents(self):
        return sorted((self.content / "van-ban").glob("*.md"))

    def one_document(self):
        return self.chance.choice(self.documents() or [self.new_document()])

    def new_document(self):
        n = self.chance.randrange(10_000)
        path = self.content / f"van-ban/van-ban-{n}.md"
        path.parent.mkdir(exist_ok=True)
        day = self.day()
        pick = self.chance.choice
        path.write_text(
            document_text(
                pick(["", "Ghi chú.", f"[Bài](/tin-bai/2024/11/bai-{n % 3}/) [tệp](b.pdf)"]),
                số_ký_hiệu=f"{n % 5}/{pick(['KH', 'QĐ'])}-TM",
                loại=pick(["kế hoạch", "quyết định", "thông báo"]),
                cơ_quan_ban_hành=pick(["Trường Mẫu", "TRƯỜNG MẪU", "Sở", "Nơi khác"]),
                ngày=day,
                trích_yếu=f"Trích yếu {n}",
                tệp=pick(["a.pdf", "b.pdf", "a.pdf, b.pdf"]),
                duyet=pick([None, f"Phó Mẫu, {day}", f"Phó Mẫu, {day}"]),
                thay_thế=pick([None, f"{(n + 1) % 5}/KH-TM"]),
                công_khai=pick([None, "Các khoản thu", "Các khoản chi", "Mục lạ"]),
                hạn_công_khai=pick([None, day]),
                hiệu_lực=pick([None, f"từ {self.day()}", f"đến {self.day()}"]),
                tổ=pick([None, "Tổ 1"]),
            )
        )
        return path

    def address(self):
        known = [f"/tin-bai/2024/11/{path.stem}/" for path in self.articles()]
        return self.chance.choice([*known, "/tin-bai/2024/11/khong-co/", "/to/to-1/", "/to/x/"])

    def edit(self, old, new, path=None):
        path = path or self.one()
        path.write_text(path.read_text().replace(old, new, 1))

    def line(self, key, value, path=None):
        """Put a line into the header, in place of one of that key."""
        path = path or self.one()
        lines = [x for x in path.read_text().split("\n") if not x.startswith(f"{key}:")]
        path.write_text("\n".join([lines[0], f"{key}: {value}", *lines[1:]]))

    def output(self):
        return self.chance.choice([self.root / "output", self.root / "desk"])

    def file_of(self, folder):
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        return self.chance.choice(files) if files else None


# What happens to a site


def body_changes(s):
    path = s.one()
    path.write_text(path.read_text() + f"\nThêm {s.chance.random()}.\n")


def body_changes_unseen_by_size_and_time(s):
    path = s.one()
    stat = path.stat()
    path.write_text(path.read_text().replace("Tiêu", "Tieu"[::-1].title(), 1))
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def old_address(s):
    """A line that may claim what another claims, what stands somewhere, or nothing at all."""
    known = s.address()
    s.line(
        "địa chỉ cũ",
        s.chance.choice(
            [
                *("/vi/news/a-1.html", "/vi/news/b-2.html", "/cu/", "/?p=1", "/tin tức/Bài.html"),
                *(known, known.replace("/11/", "/10/"), "/to/to-1/", "/gioi-thieu/", "/../x"),
            ]
        ),
        s.chance.choice([None, s.one_document()]),
    )


def approved(s):
    s.line("duyệt", f"{s.chance.choice(['Phó Mẫu', 'Hiệu Trưởng Mẫu', 'Lan Mẫu'])}, {s.day()}")


def approval_revoked(s):
    path = s.one()
    lines = [x for x in path.read_text().split("\n") if not x.startswith("duyệt:")]
    path.write_text("\n".join(lines))


def file_renamed(s):
    path = s.one()
    path.rename(path.with_name(f"ten-{s.chance.randrange(99)}.md"))


def picture_changes(s):
    path = s.content / s.chance.choice(["tin-bai/2024/a.jpg", "anh/a.jpg"])
    path.parent.mkdir(parents=True, exist_ok=True)
    if s.chance.random() < 0.3:
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(s.chance.choice([picture(s.chance.randrange(200)), b"no picture"]))


def gallery_changes(s):
    path = s.content / "anh/bo-anh" / s.chance.choice(["1.jpg", "2.jpg", "10.JPG", "x.txt"])
    path.parent.mkdir(parents=True, exist_ok=True)
    if s.chance.random() < 0.3:
        path.unlink(missing_ok=True)
    elif s.chance.random() < 0.2 and path.exists():
        path.rename(path.with_name("3.jpg"))
    else:
        path.write_bytes(s.chance.choice([picture(s.chance.randrange(200)), b"no picture"]))


def made_pictures_vanish(s):
    shutil.rmtree(s.root / ".cache/anh", ignore_errors=True)


def attachment_changes(s):
    path = s.content / s.chance.choice(["tin-bai/2024/tep.pdf", "tin-bai/2024/khong-co.pdf"])
    if s.chance.random() < 0.4:
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(f"%PDF {s.chance.randrange(9)}".encode())


def video_changes(s):
    path = s.content / "tin-bai/2024/phim.webm"
    if s.chance.random() < 0.3:
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(s.chance.choice([webm("x" * s.chance.randrange(3_000)), b"no video"]))


def video_line_changes(s):
    s.line(
        "video",
        s.chance.choice(
            ["phim.webm", "phim.webm", "https://youtu.be/abcDEF_-123", "https://a.example/1", "lạ"]
        ),
    )


def plan_changes(s):
    plan = s.content / "ke-hoach/2024-2025.yaml"
    changes = [
        ("Tổ 1,", "Tổ Một,"),
        ("Tổ Một,", "Tổ 1,"),
        ("ít nhất: 1", "ít nhất: 2"),
        ("Phó Mẫu, chức vụ", "Phó Mẫu Mới, chức vụ"),
        ("Phó Mẫu Mới, chức vụ", "Phó Mẫu, chức vụ"),
        ("[Hòa Mẫu]", "[Hòa Mẫu, Mai Mẫu]"),
        ("hình ảnh: không bắt buộc", "hình ảnh: bắt buộc"),
        ("hình ảnh: bắt buộc", "hình ảnh: không bắt buộc"),
        ("hạn: 30/9", "hạn: 10/10"),
        ("khi: ngày 25", "khi: ngày 20"),
        ("chỉ tiêu: [to], công khai: không", "chỉ tiêu: [to], công khai: có"),
        ("chỉ tiêu: [to], công khai: có", "chỉ tiêu: [to], công khai: không"),
        ("việc: Báo cáo,", "việc: Báo cáo năm, nhắc trước: 7,"),
        ("mã: sach", "mã: doc-sach"),
        ("mã: doc-sach", "mã: sach"),
        ("khi: tháng 9", "khi: tháng 11"),
        ("khi: tháng 11", "khi: tháng 9"),
        ("nội dung: Lễ khai giảng", "nội dung: Lễ khai trường"),
        ("nội dung: Các khoản chi", "nội dung: Mọi khoản chi"),
        ("nội dung: Mọi khoản chi", "nội dung: Các khoản chi"),
        ("đến: 31/07/2025", "đến: 31/08/2025"),
        ("đến: 31/08/2025", "đến: 31/02/2025"),
        ("đến: 31/02/2025", "đến: 31/07/2025"),
    ]
    s.edit(*s.chance.choice(changes), plan)


def second_plan_comes_or_goes(s):
    plan = s.content / "ke-hoach/2025-2026.yaml"
    if plan.exists():
        plan.unlink()
    else:
        plan.write_text(NEXT_YEAR)


def school_changes(s):
    school = s.content / "truong.yaml"
    changes = [
        ("Trường Mẫu", "Trường Mẫu Mới"),
        ("Trường Mẫu Mới", "Trường Mẫu"),
        ("truongmau.example", "truongmoi.example/con"),
        ("Báo Mẫu", "Báo Mẫu Hai"),
    ]
    s.edit(*s.chance.choice(changes), school)


def photo_ledger_changes(s):
    text = f"- {{tổ: {s.chance.choice(['Tổ 1', 'Tổ 9'])}, ngày: 10/10/2024, số ảnh: 3}}\n"
    path = s.content / "anh/goi-anh.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)


def document_file_changes(s):
    path = s.content / s.chance.choice(["van-ban/a.pdf", "van-ban/b.pdf"])
    path.parent.mkdir(exist_ok=True)
    if s.chance.random() < 0.3:
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(s.chance.choice([pdf("x" * s.chance.randrange(3_000)), b"no PDF"]))


def document_renamed(s):
    path = s.one_document()
    path.rename(path.with_name(f"ten-{s.chance.randrange(9)}.md"))


def calendar_changes(s):
    path = s.content / "lich.yaml"
    if path.exists() and s.chance.random() < 0.2:
        path.unlink()
        return
    more = ["", ", giờ: 8 giờ", ", nơi: Sân", ", đến: 30/12/2024", ", lạ: 1"]
    path.write_text(
        "".join(
            f"- {{ngày: {s.day()}, việc: Việc {n}, công khai: {s.chance.choice(['có', 'không'])}"
            f"{s.chance.choice(more)}}}\n"
            for n in range(s.chance.randrange(4))
        )
    )


def theme_changes(s):
    name = s.chance.choice(["templates/article.html", "templates/base.html", "styles/base.css"])
    path = s.root / "theme" / name
    path.write_text(
        path.read_text() + ("\n" if name.endswith("css") else f"<!-- {len(s.told)} -->")
    )


def theme_breaks_or_heals(s):
    path = s.root / "theme/templates/card_broken.html"
    card = s.root / "theme/templates/components/card.html"
    if path.exists():
        path.replace(card)
    else:
        shutil.copy(card, path)
        card.write_text(card.read_text().replace("{{ item.title }}", "{{ item.no_such }}"))


def date_changes(s):
    s.today = s.chance.choice(
        ["2024-09-15", "2024-11-30", "2024-12-01", "2025-01-20", "2025-08-01", "2025-10-10"]
    )


def cache_damaged(s):
    path = s.root / ".cache/newsroom.sqlite"
    if not path.exists():
        return
    content = bytearray(path.read_bytes())
    for _ in range(s.chance.choice([1, 40])):
        content[s.chance.randrange(len(content))] = s.chance.randrange(256)
    path.write_bytes(bytes(content[: s.chance.choice([len(content), len(content) // 2, 10])]))


def output_damaged(s):
    if path := s.file_of(s.output()):
        path.write_bytes(s.chance.choice([b"", b"x" * path.stat().st_size]))


def output_file_deleted(s):
    if path := s.file_of(s.output()):
        path.unlink()


def article_deleted_and_its_page_by_hand(s):
    path = s.one()
    path.unlink()
    for page in (
        *s.root.glob(f"output/*/*/*/{path.stem}"),
        *s.root.glob(f"desk/*/*/*/{path.stem}"),
    ):
        shutil.rmtree(page)


def stray_files(s):
    folder = s.output()
    (folder / "tin-bai/la").mkdir(parents=True, exist_ok=True)
    (folder / "trong/rong").mkdir(parents=True, exist_ok=True)
    (folder / "tin-bai/la/chua-duyet.html").write_text("x")


def old_article_comes(s):
    path = s.content / f"tin-bai/2015/cu-{s.chance.randrange(4)}.md"
    path.parent.mkdir(exist_ok=True)
    names = {"tổ": s.chance.choice(["Tổ cũ", "Tổ 1"]), "tác_giả": s.chance.choice(["Ai", None])}
    text = article_text(ngày=f"{s.chance.randint(1, 28):02}/03/2015", duyet=None, **names)
    path.write_text(text.replace("Hoạt động", s.chance.choice(["Bài cũ", "Hoạt động", "Lạ"])))


def import_changes(s):
    lists = sorted((s.content / "nhap").glob("*.yaml"))
    if lists and s.chance.random() < 0.7:
        path = s.chance.choice(lists)
        old, new = s.chance.choice(
            [("giữ lại", "đăng"), ("chỉ tiêu: không", "chỉ tiêu: có"), ("bài:", "bài:\n  - a.md")]
        )
        path.write_text(path.read_text().replace(old, new))
        s.chance.choice([path.unlink, lambda: None, lambda: None])()
        return
    articles = s.articles()
    chosen = s.chance.sample(articles, min(len(articles), s.chance.randint(1, 4)))
    with suppress(BuildRefused):
        record_import(
            s.content,
            [path.relative_to(s.content).as_posix() for path in chosen],
            source="cũ",
            today=date(2024, s.chance.choice([11, 12]), 20),
            by=s.chance.choice(["", "Hiệu Trưởng Mẫu", "Hiệu Trưởng Mẫu"]),
            shows_pictures=s.chance.random() < 0.3,
            counts=s.chance.random() < 0.3,
        )


EVENTS = [
    old_article_comes,
    old_article_comes,
    import_changes,
    import_changes,
    import_changes,
    body_changes,
    body_changes_unseen_by_size_and_time,
    lambda s: s.edit("Tiêu đề", "Đầu đề"),
    lambda s: s.line("ngày", s.day()),
    lambda s: s.line("tổ", s.chance.choice(["Tổ 1", "Tổ 2", "Tổ 1, Đội Thiếu niên", "Tổ Lạ"])),
    lambda s: s.line("tác giả", s.chance.choice(["Lan Mẫu", "Hòa Mẫu", "Lan Mẫu, Hòa Mẫu"])),
    lambda s: s.line("chuyên mục", s.chance.choice(["Hoạt động", "Tài chính", "Lạ"])),
    lambda s: s.line("tóm tắt", f"Tóm tắt {s.chance.random()}"),
    lambda s: s.line("slug", s.chance.choice(["trung", "trung", "rieng"])),
    lambda s: s.line("đồng ý hình ảnh", s.chance.choice(["có", "không"])),
    old_address,
    old_address,
    approved,
    approved,
    approval_revoked,
    lambda s: s.line("trả lại", f"Phó Mẫu, {s.day()}, Thiếu ảnh"),
    lambda s: s.line("gỡ", f"Phó Mẫu, {s.day()}, Gia đình đề nghị"),
    lambda s: s.line("đính chính", f"{s.chance.choice(['Phó Mẫu', 'Ai Đó'])}, {s.day()}, Sai tên"),
    lambda s: s.line("gửi", f"{s.chance.choice(['Sở', 'Phòng', 'Bộ', 'Nơi lạ'])}, {s.day()}"),
    lambda s: s.line("chọn gửi", f"{s.chance.choice(['Phó Mẫu', 'Ai Đó'])}, {s.day()}, Sở, Bộ"),
    lambda s: s.line("ghim", s.day()),
    lambda s: s.line("chủ đề", s.chance.choice(["khai-giang", "sach", "sach, khai-giang", "lạ"])),
    lambda s: s.line("được đăng", f"Sở, {s.day()}, https://so.example/1"),
    lambda s: s.new_article(),
    lambda s: s.new_article(),
    lambda s: s.one().unlink(),
    file_renamed,
    picture_changes,
    picture_changes,
    gallery_changes,
    gallery_changes,
    made_pictures_vanish,
    lambda s: s.line("thư viện", s.chance.choice(["bo-anh", "khong-co", "anh"])),
    attachment_changes,
    video_changes,
    video_line_changes,
    video_line_changes,
    plan_changes,
    plan_changes,
    second_plan_comes_or_goes,
    school_changes,
    photo_ledger_changes,
    lambda s: s.new_document(),
    lambda s: s.new_document(),
    lambda s: s.edit("Trích yếu", "Về việc", s.one_document()),
    lambda s: s.line("số ký hiệu", f"{s.chance.randrange(5)}/KH-TM", s.one_document()),
    lambda s: s.line("thay thế", f"{s.chance.randrange(5)}/KH-TM", s.one_document()),
    lambda s: s.line("hết hiệu lực", s.day(), s.one_document()),
    lambda s: s.line("công khai", s.chance.choice(["Các khoản thu", "Mục lạ"]), s.one_document()),
    lambda s: s.line("cơ quan ban hành", s.chance.choice(["Sở", "Báo Mẫu"]), s.one_document()),
    lambda s: s.line("duyệt", f"Phó Mẫu, {s.day()}", s.one_document()),
    lambda s: s.line("gỡ", f"Phó Mẫu, {s.day()}, Nhầm bản", s.one_document()),
    lambda s: s.line("đính chính", f"Phó Mẫu, {s.day()}, Sai số", s.one_document()),
    lambda s: s.one_document().unlink(),
    document_renamed,
    document_file_changes,
    document_file_changes,
    calendar_changes,
    calendar_changes,
    lambda s: s.edit("Trường", "Ngôi trường", s.content / "trang/gioi-thieu.md"),
    theme_changes,
    theme_breaks_or_heals,
    date_changes,
    date_changes,
    cache_damaged,
    lambda s: (s.root / ".cache/newsroom.sqlite").unlink(missing_ok=True),
    lambda s: shutil.rmtree(s.root / ".cache", ignore_errors=True),
    output_damaged,
    output_damaged,
    output_file_deleted,
    article_deleted_and_its_page_by_hand,
    stray_files,
    lambda s: shutil.rmtree(s.output(), ignore_errors=True),
    lambda s: None,
]


# Addresses of the edition before that are no more: the clean build has none before it.
_LOST = re.compile(r"^[^\n]*\[NR-ADDRESS-009\]\n?(?:    [-…] ?[^\n]*\n?)*", re.MULTILINE)


def built(story, root, target, conf, keep_going):
    """The words of a build; raised refusals are among it."""
    said = StringIO()
    with redirect_stderr(said):
        try:
            build_edition(root / conf, target, keep_going=keep_going, allow_removals=True)
        except BuildRefused as refused:
            return f"{said.getvalue()}{refused}", False
    return said.getvalue(), True


def files(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def times(folder):
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def telling(software, tmp_path):
    def tell(seed):
        root = tmp_path / str(seed) / "site"
        shutil.copytree(software, root, ignore=shutil.ignore_patterns("plugins"))
        (root / "content/truong.yaml").write_text(SCHOOL_YAML)
        (root / "content/ke-hoach/2024-2025.yaml").write_text(
            PLAN_YAML + QUOTAS + ITEMS + DEADLINES + TOPICS
        )
        (root / "content/trang").mkdir()
        (root / "content/trang/gioi-thieu.md").write_text(STANDING)
        (root / "content/van-ban").mkdir()
        for name in ("a.pdf", "b.pdf"):
            (root / "content/van-ban" / name).write_bytes(pdf(name))
        story = Story(root, random.Random(seed))
        for _ in range(4):
            story.new_document()
        for _ in range(5):
            story.new_article()
        return story

    yield tell
    for name in ("pelicanconf", "publishconf"):
        sys.modules.pop(name, None)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_any_sequence_of_changes_gives_what_a_clean_build_gives(telling, monkeypatch, seed):
    story = telling(seed)
    clean = story.root.parent / "clean"
    for step in range(STEPS):
        event = story.chance.choice(EVENTS) if step else EVENTS[-1]
        event(story)
        story.told.append(getattr(event, "__name__", "?"))
        monkeypatch.setenv("NEWSROOM_TODAY", story.today)
        keep_going = story.chance.random() < 0.5
        shutil.rmtree(clean, ignore_errors=True)
        shutil.copytree(story.root, clean, ignore=shutil.ignore_patterns("output", "desk", ".*"))
        for conf, name in (("publishconf.py", "output"), ("pelicanconf.py", "desk")):
            target = story.root / name
            before = (files(target), times(target)) if target.is_dir() else None

            said, is_done = built(story, story.root, target, conf, keep_going)
            expected, should_be_done = built(story, clean, clean / name, conf, keep_going)

            where = f"seed {seed}, step {step}, {name}: {story.told}"
            # What was damaged is told of, and only where something was.
            assert _LOST.sub("", said.replace(f"{_FORGOTTEN}\n", "")) == expected, where
            assert is_done == should_be_done, where
            if is_done:
                assert files(target) == files(clean / name), where
                shadow_copy = story.root / f".newsroom-{name}-shadow"
                assert not shadow_copy.is_dir() or files(shadow_copy) == files(target), where
            elif before:
                assert (files(target), times(target)) == before, where
        found = all_problems(evaluate_content(story.content, story.root / ".cache"))
        anew = all_problems(evaluate_content(clean / "content", clean / ".cache2"))
        assert found == anew, f"seed {seed}, step {step}: {story.told}"


def test_what_did_not_change_is_not_touched(telling, monkeypatch):
    story = telling(1)
    monkeypatch.setenv("NEWSROOM_TODAY", story.today)
    for path in story.articles():
        path.unlink()
    for n in range(6):
        text = article_text(f"Bài {n}.", title=f"Bài {n}", ngày=f"{n + 2:02}/10/2024")
        (story.content / f"tin-bai/2024/bai-{n}.md").write_text(
            text.replace("12/11/2024", "20/11/2024")
        )
    target = story.root / "output"
    built(story, story.root, target, "publishconf.py", False)
    before = times(target)

    story.edit("Bài 3.", "Bài ba.", story.content / "tin-bai/2024/bai-3.md")
    built(story, story.root, target, "publishconf.py", False)

    after = times(target)
    touched = {path for path in after if after[path] != before.get(path)} - {"manifest.json"}
    # The words of an article are in its page and in the search of its school year.
    searched = {path for path in touched if path.startswith("tim-kiem/")}
    assert touched - searched == {"tin-bai/2024/10/bai-3/index.html"}
    assert "tim-kiem/muc-luc.json" in searched
    assert not {path for path in searched if "/bai/" in path or path.endswith(".html")}
