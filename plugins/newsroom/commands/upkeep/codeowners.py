"""`codeowners`: tells GitHub and GitLab whom to ask, from the board of today's plan."""

import os
from collections.abc import Iterator
from pathlib import Path

from ...building.errors import BuildRefused, today_or_refused
from ...domain.message import Message
from ...domain.text.dates import in_numbers
from ...exports.findings.codeowners import MARK, NoOwner, codeowners, remarks
from ..valid_plans import valid_evaluation

# GitHub reads the first, GitLab the second.
PLACES = (".github/CODEOWNERS", ".gitlab/CODEOWNERS")


def write_codeowners(root: Path, content: Path, cache: Path) -> Iterator[str]:
    """Write the files whole or not at all; what is to be said of them. Raises BuildRefused."""
    today = today_or_refused()
    plan = valid_evaluation(content, cache).newsroom.plan_on(today)
    if plan is None:
        raise BuildRefused(
            Message(
                "NR-OWNERS-001",
                f"Chưa có kế hoạch nào cho hôm nay, {in_numbers(today)}. Xin thêm kế hoạch của năm"
                " nay vào content/ke-hoach/ rồi chạy lại. Chưa ghi gì.",
            )
        )
    try:
        text = codeowners(plan, today)
    except NoOwner as error:
        raise BuildRefused(
            str(error), "    → Bổ sung vào kế hoạch rồi chạy lại. Chưa ghi gì."
        ) from None
    for place in PLACES:
        _refuse_what_others_wrote(root / place)
    try:
        _write_all({root / place: text for place in PLACES})
    except OSError as error:
        raise BuildRefused(
            Message("NR-OWNERS-002", f"Không ghi được CODEOWNERS: {error.strerror or error}.")
        ) from None
    yield f"Đã ghi {' và '.join(PLACES)} theo kế hoạch {plan.code}."
    yield from remarks(plan, today)


def _refuse_what_others_wrote(path: Path) -> None:
    try:
        first = path.read_text(encoding="utf-8", errors="replace").split("\n")[0]
    except FileNotFoundError:
        return
    except OSError as error:
        raise BuildRefused(
            Message("NR-OWNERS-003", f"Không đọc được {path}: {error.strerror or error}.")
        ) from None
    if first != MARK:
        raise BuildRefused(
            Message(
                "NR-OWNERS-004",
                f"{path} đã có và không do lệnh này viết. Xin đổi tên tệp ấy rồi chạy lại. Chưa ghi"
                " gì.",
            )
        )


def _write_all(texts: dict[Path, str]) -> None:
    """Put every new file beside its place first, so that a full disk spoils none."""
    drafts = {path: path.with_name(f"{path.name}.new") for path in texts}
    try:
        for path, draft in drafts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(texts[path], encoding="utf-8", newline="\n")
        for path, draft in drafts.items():
            os.replace(draft, path)
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)
