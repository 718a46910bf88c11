"""audit: which packages that a school installs have a known vulnerability, as pip-audit is told.

Where nobody answers, or a package is not known there, nothing is wrong: it is told, and no error.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LOCKS = tuple(f"requirements{part}.txt" for part in ("", "-sftp", "-keyring", "-word"))
_REMEDY = "    → Lấy bản mới của phần mềm; chưa có thì báo cho người làm phần mềm (SECURITY.md)."


@dataclass(frozen=True, kw_only=True)
class PackageAudit:
    """The answer: how many packages were looked up, which were not, what is unsafe."""

    known: int = 0
    unknown: tuple[str, ...] = ()
    holes: tuple[str, ...] = ()
    silence: str = ""  # why there was no answer at all

    def __str__(self) -> str:
        if self.silence:
            return f"Không hỏi được dữ liệu về lỗ hổng, lần này chưa soát: {self.silence}"
        lines = [*self.holes, *[_REMEDY] * bool(self.holes)]
        lines.append(f"Đã soát {self.known} thư viện, {len(self.holes)} lỗ hổng đã biết.")
        if self.unknown:
            names = ", ".join(self.unknown)
            lines.append(f"Nơi hỏi không có dữ liệu về {len(self.unknown)} thư viện: {names}.")
        return "\n".join(lines)


def audit(root: Path) -> PackageAudit:
    """Ask of every package of the locks. Needs the network, and pip-audit."""
    words = ["--format", "json", "--progress-spinner", "off", "--disable-pip", "--require-hashes"]
    locks = [part for lock in LOCKS for part in ("--requirement", lock)]
    command = [sys.executable, "-m", "pip_audit", *words, *locks]
    made = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    return answer_in(made.stdout, made.stderr)


def answer_in(told: str, complaint: str) -> PackageAudit:
    """The answer of pip-audit, from its JSON; `complaint` is what it said where it could not."""
    try:
        packages = json.loads(told)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return PackageAudit(
            silence=(complaint.strip().splitlines() or ["pip-audit không trả lời"])[-1]
        )
    if not any("vulns" in package for package in packages):
        return PackageAudit(silence="nơi hỏi không có dữ liệu về thư viện nào.")
    return PackageAudit(
        known=sum("vulns" in package for package in packages),
        unknown=tuple(package["name"] for package in packages if "vulns" not in package),
        holes=tuple(_holes(packages)),
    )


def _holes(packages: Iterable[Mapping[str, Any]]) -> Iterable[str]:
    for package in packages:
        for hole in package.get("vulns", ()):
            names = ", ".join((hole["id"], *hole.get("aliases", ())))
            mended = " hoặc ".join(hole["fix_versions"]) or "chưa có"
            yield f"- {package['name']} {package['version']}: {names}; bản đã sửa: {mended}."
