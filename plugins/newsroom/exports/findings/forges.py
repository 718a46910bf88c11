"""The findings of `check`, shown by GitHub and GitLab beside the changed lines.

Both name files from the root of the repository, below which the school's folder may lie: `below`
is the way there (`truong/`, or nothing).
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator

from ...buildtools.terminal import harmless, printed
from ...domain.problem import CheckFindings, Level, Problem, without_others
from ...vocabulary.things import LEVEL_NAMES
from .terminal import findings_counted

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.ADVICE: "notice"}
_SEVERITIES = {Level.ERROR: "major", Level.WARNING: "minor", Level.ADVICE: "info"}


def github_annotations(findings: CheckFindings, below: str = "") -> str:
    """Workflow commands of GitHub Actions, one a problem, and the closing line for the log.

    Source: docs.github.com, "Workflow commands"; escaped as the runner undoes it. Of each level
    GitHub shows the first ten a step, so the closing line tells how many there are.
    """
    lines = (_annotation(problem, below) for problem in findings.problems)
    return "\n".join([*lines, findings_counted(findings)])


def _annotation(problem: Problem, below: str) -> str:
    properties = {
        "file": below + printed(problem.path),
        "line": str(problem.line),
        "title": LEVEL_NAMES[problem.level].capitalize(),
    }
    named = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[problem.level]} {named}::{_data(_in_words(problem))}"


def _in_words(problem: Problem, between: str = "\n") -> str:
    message = harmless(problem.message.with_id)
    return f"{message}{between}→ {harmless(problem.hint)}" if problem.hint else message


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def gitlab_code_quality(findings: CheckFindings, below: str = "") -> str:
    """A Code Quality report: a JSON array of issues.

    Source: docs.gitlab.com, "Code Quality", report format. GitLab drops an issue whose fingerprint
    it has seen, and takes a new one for a new issue: so the line is not part of it, but which of
    several alike it is.
    """
    issues = list(_issues(findings.problems, below))
    return harmless(json.dumps(issues, ensure_ascii=False, indent=2))


def _issues(problems: Iterable[Problem], below: str) -> Iterator[dict[str, object]]:
    alike: Counter[tuple[str, str]] = Counter()
    for problem in problems:
        path = below + problem.path
        words = without_others(problem.message)
        alike[path, words] += 1
        told_by = "\n".join((path, words, str(alike[path, words])))
        yield {
            "description": _in_words(problem, " "),
            "check_name": problem.id,
            "fingerprint": hashlib.sha256(told_by.encode()).hexdigest()[:32],
            "severity": _SEVERITIES[problem.level],
            "location": {"path": path, "lines": {"begin": problem.line}},
        }
