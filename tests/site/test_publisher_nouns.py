"""A small site of each kind of publisher: no page and no paper has the nouns of another kind."""

import io
import re

import docx
import openpyxl
import pytest
from PIL import Image
from sample import article_text, document_text, pdf

from newsroom.domain.plan.school import PublisherKind

NAMES = {
    PublisherKind.SCHOOL: "Trường Mẫu",
    PublisherKind.DIVISION: "Phòng GD&ĐT Mẫu",
    PublisherKind.DEPARTMENT: "Sở GD&ĐT Mẫu",
    PublisherKind.UNIT: "Trung tâm GDTX Mẫu",
}
# The nouns by which one kind is known, beside its own name.
MARKS = {
    PublisherKind.SCHOOL: r"(?:nhà|toàn|của|hồ sơ|tên) trường|tổ(?! chức)|thầy cô|đoàn thể",
    PublisherKind.DIVISION: r"phòng",
    PublisherKind.DEPARTMENT: r"sở",
    PublisherKind.UNIT: r"(?:toàn|của) đơn vị|bộ phận",
}
SCHOOL_FILE = """\
tên: {name}
địa chỉ trang: https://mau.example
địa danh: Mẫu
cấp trên:
  - {{mã: bo, tên: Trung tâm Truyền thông của Bộ, bí danh: [Bộ], cấp: bộ, cổng: https://bo.example}}
"""
PLAN = """\
tên: Kế hoạch mẫu
từ: 01/08/2024
đến: 31/07/2025
tháng tính: từ tháng 9 đến tháng 5
học kỳ:
  - {tên: Học kỳ I, từ: 05/09/2024, đến: 17/01/2025}
  - {tên: Học kỳ II, từ: 20/01/2025, đến: 30/05/2025}
ban biên tập:
  - {tên: An Mẫu, chức vụ: Tổng biên tập, quyền: [duyệt]}
  - {tên: Bình Mẫu, chức vụ: Biên tập viên, quyền: [duyệt]}
tổ:
  - {mã: mot, tên: Nhóm Một, loại: nhóm, trưởng: Cúc Mẫu, thành viên: [Cúc Mẫu, Dung Mẫu]}
  - {mã: hai, tên: Nhóm Hai, loại: nhóm, thành viên: [Giang Mẫu]}
chuyên mục:
  - {mã: tin, tên: Tin tức, phụ trách: [mot]}
  - {mã: xem, tên: Xem trước, cần duyệt: [trưởng nhóm]}
đồng ý hình ảnh: không bắt buộc
chỉ tiêu:
  - {mã: a, nội dung: Mỗi nhóm một bài, ai: mỗi nhóm, ít nhất: 1, mỗi: tháng, tính theo: nộp}
  - {mã: b, nội dung: Gửi Bộ một bài, ai: toàn ngành, ít nhất: 9, mỗi: tháng, tính theo: gửi}
chủ đề:
  - {nội dung: Ngày hội đọc, khi: tháng 11}
công khai:
  - {mã: chung, nội dung: Thông tin chung, hạn: 30/12}
hạn:
  - {mã: bc, việc: Báo cáo, khi: cuối tháng, chỉ tiêu: [b]}
điểm:
  - {nội dung: Bài đăng, điểm: 2}
lưu trữ:
  - {nội dung: Tin bài, lưu: hủy cuối năm, tin bài: có}
"""
LINES = {"tổ": "Nhóm Một", "tác_giả": "Dung Mẫu", "chuyên_mục": "Tin tức"}
BOARD = "An Mẫu, 12/11/2024"


def picture():
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "green").save(out, "JPEG")
    return out.getvalue()


def filled(site, name):
    """The site with something for each page and paper to tell."""
    site.write("truong.yaml", SCHOOL_FILE.format(name=name))
    site.write("ke-hoach/2024-2025.yaml", PLAN)
    site.write("anh/mot.jpg", picture())
    site.write("van-ban/tep.pdf", pdf())
    site.write("lich.yaml", "- {ngày: 20/12/2024, việc: Họp mặt, công khai: có}\n")
    site.write("trang/gioi-thieu.md", f"---\ntiêu đề: Giới thiệu\nduyệt: {BOARD}\n---\nXin chào.\n")
    for path, more in {
        "dang": {"được_đăng": "Bộ, 14/11/2024, https://bo.example/1"},
        "chon": {"ảnh": "/anh/mot.jpg", "chọn_gửi": "An Mẫu, 13/11/2024, Bộ"},
        "go": {"gỡ": "An Mẫu, 14/11/2024, Nhầm"},
        "cho": {"chuyên_mục": "Xem trước"},
    }.items():
        site.write(f"tin-bai/{path}.md", article_text(title=path, duyet=BOARD, **{**LINES, **more}))
    site.write(
        "van-ban/ke-hoach.md",
        document_text(
            cơ_quan_ban_hành="đơn vị", duyet=BOARD, tổ="Nhóm Một", công_khai="Thông tin chung"
        ),
    )
    return site


def texts(folder):
    """The words of every file below a folder, by its path."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".zip":
            yield path.relative_to(folder).as_posix(), _words(path)


def _words(path):
    match path.suffix:
        case ".docx":
            paper = docx.Document(path)
            xml = (part.text or "" for part in paper.element.body.iter() if part.tag[-2:] == "}t")
            return "\n".join(xml)
        case ".xlsx":
            book = openpyxl.load_workbook(path)
            cells = (str(c.value) for s in book for row in s.iter_rows() for c in row if c.value)
            return "\n".join((*book.sheetnames, *cells))
        case ".html":
            bare = re.sub(r"(?s)<(script|style)\b.*?</\1>|\b(?:href|src|id|name|value)=\"[^\"]*\"",
                          " ", path.read_text("utf-8"))  # fmt: skip
            # What is for screen readers counts too; what one types into a header does not.
            return re.sub(r"(?s)<code>.*?</code>", " ", bare)
        case ".json" | ".csv" | ".txt" | ".ics" | ".xml":
            return path.read_text("utf-8-sig")
    return ""


@pytest.mark.parametrize("kind", PublisherKind)
def test_no_page_or_paper_has_the_nouns_of_another_kind(kind, site_at, tmp_path):
    site = filled(site_at(tmp_path / "Trang"), NAMES[kind])
    others = "|".join(words for other, words in MARKS.items() if other is not kind)
    foreign = re.compile(rf"(?<!\w)(?:{others})(?!\w)", re.IGNORECASE)

    said = {
        " ".join(task): site.invoke(*task)
        for task in (
            ("check",),
            ("publish",),
            ("build",),
            ("quota",),
            ("remind",),
            ("report", "--month", "2024-11"),
            ("report", "--year", "2024-2025"),
            ("report", "--template"),
            ("dossier",),
            ("dispatch", "--to", "Bộ"),
            ("photos", "--semester", "1"),
        )
    }
    assert {task: run.stderr for task, run in said.items() if run.returncode} == {}
    found = dict(texts(site.output)) | {f"desk/{n}": w for n, w in texts(site.root / "desk")}
    found |= {f"reports/{n}": w for n, w in texts(site.root / "reports")}
    found |= {f"mau/{n}": w for n, w in texts(site.content / "mau")}
    found |= {task: run.stdout + run.stderr for task, run in said.items()}

    hits = {
        name: sorted(
            {words[max(0, m.start() - 30) : m.end() + 20] for m in foreign.finditer(words)}
        )
        for name, words in found.items()
    }
    assert {name: said for name, said in hits.items() if said} == {}
    own = "\n".join(found.values())
    assert re.search(MARKS[kind], own, re.IGNORECASE)
