"""Writes what comes out of the Word files that have no expectation yet; `--all` of every one."""

import importlib
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1]), str(HERE.parents[2] / "plugins")]

register = importlib.import_module("importing_word_case")
read_back = importlib.import_module("importing_word_reading").read_back
register.READ_BACK.mkdir(exist_ok=True)
for case in register.all_cases().values():
    if "--all" in sys.argv or not case.markdown.exists():
        markdown, html, left = read_back(case)
        case.markdown.write_text(markdown, encoding="utf-8")
        case.html.write_text(html, encoding="utf-8")
        if left != case.left:
            print(f"{case.name}: {left}, not {case.left}")
