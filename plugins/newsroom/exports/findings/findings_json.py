"""The findings of `check`, for other programs: docs/dinh-dang/kiem-tra.md."""

import json

from ...buildtools.terminal import harmless
from ...domain.problem import CheckFindings, Level

SCHEMA = 1


def findings_as_json(findings: CheckFindings) -> str:
    """One JSON object. Raise SCHEMA when a key changes its meaning."""
    found = {
        "schema": SCHEMA,
        "checked": findings.checked,
        "errors": findings.count(Level.ERROR),
        "warnings": findings.count(Level.WARNING),
        "advice": findings.count(Level.ADVICE),
        "silenced": findings.silenced,
        "problems": [
            {
                "path": problem.path,
                "line": problem.line,
                "level": problem.level.value,
                "id": problem.id,
                "message": problem.message,
                "hint": problem.hint,
            }
            for problem in findings.problems
        ],
    }
    return harmless(json.dumps(found, ensure_ascii=False, indent=2))
