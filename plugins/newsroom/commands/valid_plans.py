"""The content, where its plans can be relied upon."""

from pathlib import Path
from typing import TYPE_CHECKING

from ..building.errors import BuildRefused
from ..building.publishing import evaluate_content
from ..domain.message import Message

if TYPE_CHECKING:
    from ..domain.site.publication import Evaluation


def valid_evaluation(content: Path, cache: Path) -> "Evaluation":
    """The content of today. Raises BuildRefused where the school file or a plan is broken."""
    evaluation = evaluate_content(content, cache)
    if problems := evaluation.newsroom.config_problems:
        from ..exports.findings.terminal import problem_lines

        raise BuildRefused(
            problem_lines(problems),
            Message(
                "NR-PLAN-001",
                "Tệp truong.yaml hoặc kế hoạch còn lỗi: xin sửa các dòng trên rồi chạy lại."
                " Chưa ghi gì.",
            ),
        )
    return evaluation
