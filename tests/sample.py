"""Plans, articles and small content folders for the tests."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from newsroom.domain.content.content_item import Article
from newsroom.domain.content.decisions import Approval, Decision, DecisionKind, Decisions
from newsroom.domain.content.photo_package import PhotoPackage
from newsroom.domain.plan.board import BOARD, Role
from newsroom.domain.plan.plan import Plan
from newsroom.domain.plan.school import School
from newsroom.domain.site.indexing import record_of
from newsroom.domain.site.publication import Evaluation, Newsroom, evaluate_site
from newsroom.domain.tally.contributions import EventLog
from newsroom.domain.tally.tally import QuotaRow, tally
from newsroom.intake.plan.plan_file import read_plan
from newsroom.intake.plan.school_file import read_school

SCHOOL_YAML = """\
tên: Trường Mẫu
địa chỉ trang: https://truongmau.example
cấp trên:
  - {mã: phong, tên: Phòng GD&ĐT Mẫu, bí danh: [Phòng], cấp: phòng, đến: 30/06/2025,
     kế tục: [xa]}
  - {mã: xa, tên: Phòng VH-XH xã Mẫu, bí danh: [Phòng], cấp: xã, từ: 01/07/2025}
  - {mã: so, tên: Sở GD&ĐT Mẫu, bí danh: [Sở], cấp: sở, cổng: https://so.example}
  - {mã: bo, tên: Trung tâm Truyền thông của Bộ, bí danh: [Bộ], cấp: bộ}
  - {mã: bao, tên: Báo Mẫu, cấp: báo}
"""

PLAN_YAML = """\
tên: Kế hoạch mẫu
từ: 01/08/2024
đến: 31/07/2025
tháng tính: từ tháng 9 đến tháng 5
học kỳ:
  - {tên: Học kỳ I, từ: 05/09/2024, đến: 17/01/2025}
  - {tên: Học kỳ II, từ: 20/01/2025, đến: 30/05/2025}
ban biên tập:
  - {tên: Hiệu Trưởng Mẫu, chức vụ: Hiệu trưởng, quyền: [duyệt]}
  - {tên: Phó Mẫu, chức vụ: Phó hiệu trưởng, quyền: [duyệt], bí danh: [cô Phó]}
  - {tên: Kế Toán Mẫu, chức vụ: Kế toán, quyền: [tài chính]}
  - {tên: Kiểm Tra Mẫu, chức vụ: Trưởng ban KTNB, quyền: [kiểm định]}
tổ:
  - mã: bgh
    tên: BGH trường Mẫu
    loại: ban giám hiệu
    bí danh: [BGH]
    thành viên: [Hiệu Trưởng Mẫu, Phó Mẫu]
  - {mã: to-1, tên: Tổ 1, loại: tổ chuyên môn, tổ trưởng: Lan Mẫu, thành viên: [Lan Mẫu, Lân Mẫu 2]}
  - {mã: to-2, tên: Tổ 2, loại: tổ chuyên môn, thành viên: [Hòa Mẫu]}
  - {mã: doi, tên: Đội Thiếu niên, loại: đoàn thể, thành viên: [Đội Mẫu]}
chuyên mục:
  - mã: guong
    tên: Gương người tốt, việc tốt
    bí danh: [Người tốt việc tốt, Điển hình tiên tiến]
  - {mã: hoat-dong, tên: Hoạt động}
  - {mã: tai-chinh, tên: Tài chính, cần duyệt: [tài chính]}
  - {mã: kiem-dinh, tên: Kiểm tra, cần duyệt: [kiểm định]}
đồng ý hình ảnh: không bắt buộc
"""


def make_school() -> School:
    school, problems = read_school("content/truong.yaml", SCHOOL_YAML)
    assert not problems, problems
    return school


SCHOOL = make_school()


@cache
def make_plan(quotas: str = "", *, base: str = PLAN_YAML, code: str = "2024-2025") -> Plan:
    """The sample plan with these quotas (the YAML of the list)."""
    text = base + (f"chỉ tiêu:\n{quotas}" if quotas else "")
    plan, problems = read_plan(f"content/ke-hoach/{code}.yaml", text, SCHOOL.offices)
    assert not problems, problems
    return plan


PLAN = make_plan()


def day(text: str) -> date:
    """From 20/11/2024."""
    number, month, year = map(int, text.split("/"))
    return date(year, month, number)


def approved(by: str, on: str, role: str = "", seal: str = "", line: int = 10) -> Approval:
    named = BOARD if role == "ban biên tập" else Role(role) if role else None
    return Approval(by=by, on=day(on), role=named, seal=seal, line=line)


def returned(by: str, on: str, reason: str = "Thiếu ảnh", line: int = 20) -> Decision:
    return Decision(kind=DecisionKind.RETURNED, by=by, on=day(on), reason=reason, line=line)


def withdrawn(by: str, on: str, reason: str = "Gia đình đề nghị") -> Decision:
    return Decision(kind=DecisionKind.WITHDRAWN, by=by, on=day(on), reason=reason, line=30)


_numbers = iter(range(1, 1_000_000))


def make_article(
    on: str,
    *decisions: Approval | Decision,
    groups: Iterable[str] = ("to-1",),
    category: str = "hoat-dong",
    authors: Iterable[str] = ("Lan Mẫu",),
    plan: Plan = PLAN,
    **fields,
) -> Article:
    """An article of the sample plan, approved by the vice-principal unless decisions are given."""
    number = next(_numbers)
    decisions = decisions or (approved("Phó Mẫu", on),)
    return Article(
        path=f"tin-bai/bai-{number}.md",
        slug=f"bai-{number}",
        title=f"Bài {number}",
        fingerprint=fields.pop("fingerprint", "a" * 12),
        on=day(on),
        submitted=day(fields.pop("submitted", on)),
        groups=tuple(plan.group(code) for code in groups),
        authors=tuple(plan.people.find(name)[0] for name in authors),
        category=plan.category_register.find(category)[0],
        decisions=Decisions(
            approvals=tuple(d for d in decisions if isinstance(d, Approval)),
            others=tuple(d for d in decisions if isinstance(d, Decision)),
        ),
        **fields,
    )


def waiting(article: Article) -> Article:
    """The same article before anybody approved it."""
    return replace(article, decisions=Decisions())


def make_evaluation(
    articles: Iterable[Article],
    today: str,
    plans: Iterable[Plan] = (PLAN,),
    packages: Iterable[PhotoPackage] = (),
) -> Evaluation:
    plans, now = tuple(plans), day(today)
    newsroom = Newsroom(
        school=SCHOOL,
        plans=plans,
        articles=tuple(record_of(article, plans, now) for article in articles),
        photo_packages=tuple(packages),
    )
    return evaluate_site(newsroom, now)


def tally_rows(
    quotas: str, articles: Iterable[Article], today: str, *, base: str = PLAN_YAML, packages=()
) -> dict[str, QuotaRow]:
    """The rows of a plan fragment's tally by quota and group code: "to--to-1"."""
    plan = make_plan(quotas, base=base)
    counted = make_evaluation(articles, today, [plan], packages)
    return {row.code: row for row in tally(plan, EventLog.of(counted)).rows}


def write_file(content: Path, name: str, text: str | bytes) -> None:
    path = content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def write_site(root: Path, articles: dict[str, str | bytes] | None = None) -> Path:
    """A content folder with the sample school and plan, and these files in it. Returns it."""
    files = {"truong.yaml": SCHOOL_YAML, "ke-hoach/2024-2025.yaml": PLAN_YAML}
    for name, text in {**files, **(articles or {})}.items():
        write_file(root / "content", name, text)
    return root / "content"


def article_text(
    body: str = "Nội dung bài viết.",
    *,
    title: str = "Tiêu đề bài",
    duyet: str | None = "Phó Mẫu, 12/11/2024",
    **header: str,
) -> str:
    """A whole, approved article of Tổ 1; keys given replace or add lines (None leaves one out)."""
    lines = {
        "tiêu đề": title,
        "ngày": "12/11/2024",
        "tổ": "Tổ 1",
        "tác giả": "Lan Mẫu",
        "chuyên mục": "Hoạt động",
        "duyệt": duyet,
        **{key.replace("_", " "): value for key, value in header.items()},
    }
    head = "\n".join(f"{key}: {value}" for key, value in lines.items() if value is not None)
    return f"---\n{head}\n---\n{body}\n"


def pdf(words: str = "x") -> bytes:
    """Something that says it is a PDF."""
    return f"%PDF-1.4 {words}\n%%EOF\n".encode()


def webm(words: str = "x") -> bytes:
    """The bones of a video, whose only picture is these words: there is nothing to take out."""
    from video_samples import element, unsigned

    entry = element("ae", unsigned("d7", 1), unsigned("83", 1), element("86", b"V_VP8"))
    block = element("a3", b"\x81\0\0\x80", words.encode())
    parts = element("1654ae6b", entry), element("1f43b675", unsigned("e7", 0), block)
    return element("1a45dfa3") + element("18538067", *parts)


def document_text(
    body: str = "", *, duyet: str | None = "Phó Mẫu, 12/11/2024", **header: str | None
) -> str:
    """A whole, approved document of the school; its file is `tep.pdf` beside it.

    Keys given replace or add lines; None leaves one out.
    """
    lines = {
        "số ký hiệu": "12/KH-TM",
        "loại": "kế hoạch",
        "cơ quan ban hành": "Trường Mẫu",
        "ngày": "10/11/2024",
        "trích yếu": "Kế hoạch mẫu",
        "tệp": "tep.pdf",
        "duyệt": duyet,
        **{key.replace("_", " "): value for key, value in header.items()},
    }
    head = "\n".join(f"{key}: {value}" for key, value in lines.items() if value is not None)
    return f"---\n{head}\n---\n{body}\n"


def without_ids(said: str) -> str:
    """The printed text, without the ids of its messages: for tests of what is said of what."""
    return re.sub(r" \[NR-[A-Z]+-\d{3}\](?=$|\n|%0A| →)", "", said, flags=re.MULTILINE)
