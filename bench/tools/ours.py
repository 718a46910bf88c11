"""Our publish, run as people run it."""

import shutil
import subprocess
import sys
from pathlib import Path

from corpus import AUTHORS, CATEGORIES, FIRST_YEAR, GROUPS, ROOT, YEARS, Piece

from .tool import Tool, install, put

APPROVER = "Hiệu Trưởng Mẫu"


class Ours(Tool):
    name = "ours"
    template = "theme/templates/article.html"

    def set_up(self) -> None:
        # Afterwards the same lock, copied beside each corpus, finds this .venv ready: through the
        # link there, tasks.py would otherwise empty it.
        install(sys.executable, str(ROOT / "tasks.py"), "--list")

    def version(self) -> str:
        if not shutil.which("git"):
            return "unknown"
        command = ["git", "-C", str(ROOT), "describe", "--always", "--dirty"]
        return subprocess.run(command, capture_output=True, text=True).stdout.strip() or "unknown"

    def command(self) -> tuple[str, ...]:
        return (sys.executable, "tasks.py", "publish")

    def lay_out(self, root: Path) -> None:
        for name in ("pelicanconf.py", "publishconf.py", "tasks.py", "requirements.txt"):
            shutil.copy(ROOT / name, root)
        for name in ("plugins", "theme"):
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        (root / ".venv").symlink_to(ROOT / ".venv")
        put(
            root / "content/truong.yaml",
            "tên: Trường Mẫu\nđịa chỉ trang: https://truong.example\n",
        )
        for year in range(FIRST_YEAR, FIRST_YEAR + YEARS):
            put(root / f"content/ke-hoach/{year}-{year + 1}.yaml", _plan(year))

    def article_path(self, root: Path, piece: Piece) -> Path:
        return root / f"content/tin-bai/{piece.on:%Y-%m}/{piece.slug}.md"

    def article_text(self, piece: Piece) -> str:
        return (
            f"---\ntiêu đề: {piece.title}\nngày: {piece.on:%d/%m/%Y}\ntổ: {piece.group}\n"
            f"tác giả: {piece.author}\nchuyên mục: {piece.category}\n"
            f"tóm tắt: {piece.summary}\n{_approval(piece)}---\n{piece.body}\n"
        )

    def withdrawn_text(self, piece: Piece) -> str:
        return self.article_text(piece).replace(_approval(piece), "")


def _approval(piece: Piece) -> str:
    return f"duyệt: {APPROVER}, {piece.on:%d/%m/%Y}\n"


def _plan(year: int) -> str:
    by_group = {group: ", ".join(AUTHORS[n :: len(GROUPS)]) for n, group in enumerate(GROUPS)}
    groups = "".join(
        f"  - {{tên: {group}, loại: tổ chuyên môn, thành viên: [{members}]}}\n"
        for group, members in by_group.items()
    )
    categories = "".join(f"  - tên: {category}\n" for category in CATEGORIES)
    return (
        f"tên: Kế hoạch {year}\ntừ: 01/08/{year}\nđến: 31/07/{year + 1}\n"
        "tháng tính: từ tháng 9 đến tháng 5\n"
        f"ban biên tập:\n  - {{tên: {APPROVER}, chức vụ: Hiệu trưởng, quyền: [duyệt]}}\n"
        f"tổ:\n{groups}chuyên mục:\n{categories}chỉ tiêu:\n"
        "  - {mã: to, nội dung: Mỗi tổ nộp 1 bài, ai: mỗi tổ chuyên môn, ít nhất: 1,"
        " mỗi: tháng, tính theo: nộp}\n"
    )
