"""The audit of levels: can a quota be missed, and is more striven for than is asked?"""

from collections.abc import Iterator

from ...message import Message
from ..plan import Plan
from .finding import PlanFinding


def level_findings(plan: Plan) -> Iterator[PlanFinding]:
    """A finding for each number of a quota that asks for nothing."""
    for n, quota in enumerate(plan.quotas):
        for field, level in (("at_least", quota.at_least), ("aim", quota.aim)):
            if level == 0:
                yield PlanFinding(
                    place=("quotas", n, field),
                    message=Message(
                        "NR-AUDIT-027", f"Chỉ tiêu “{quota.name}” ghi số 0: lúc nào cũng đạt."
                    ),
                    hint="Ghi số từ 1 trở lên, hoặc bỏ dòng này: khi ấy chỉ đếm.",
                )
        if quota.aim and quota.at_least and quota.aim <= quota.at_least:
            yield PlanFinding(
                place=("quotas", n, "aim"),
                message=Message(
                    "NR-AUDIT-028",
                    f"Chỉ tiêu “{quota.name}” phấn đấu {quota.aim}, không hơn mức ít nhất"
                    f" ({quota.at_least}).",
                ),
                hint=f"Ghi số lớn hơn, ví dụ  phấn đấu: {quota.at_least + 1}  , hoặc bỏ dòng này.",
            )
