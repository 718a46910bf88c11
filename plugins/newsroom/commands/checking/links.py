"""check --links: pages of parent offices, and places where we were carried, that do not answer.

Asks the network, so it is never part of a build. Requirement D4 (S4).
"""

import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from http.client import HTTPException
from pathlib import Path
from typing import NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

from ...domain.content.submission import SubmissionKind
from ...domain.message import Message
from ...domain.problem import CheckFindings, Level, Problem
from ...domain.site.publication import Evaluation
from ...exports.findings.terminal import problem_lines

SECONDS_EACH, SECONDS_ALL, AT_ONCE = 10.0, 120.0, 8
# The page is there, but not for a program.
_CLOSED_TO_PROGRAMS = frozenset({401, 403, 405, 406, 429, 451})
Ask = Callable[[str], str]


class LinkPlace(NamedTuple):
    """A link and where it is written."""

    url: str
    path: str
    line: int
    what: str


def link_findings(
    evaluation: Evaluation, content: Path, ask: Ask | None = None, seconds: float = SECONDS_ALL
) -> CheckFindings:
    """A warning for each link that is dead or does not answer in time."""
    places = list(places_of(evaluation, content))
    answers = _ask_all(sorted({place.url for place in places}), ask or fault_of, seconds)
    return CheckFindings(
        checked=len(answers),
        problems=tuple(
            Problem(
                place.path,
                place.line,
                Message("NR-LINK-002", f"Liên kết {place.what} {place.url} {answers[place.url]}."),
                "Mở thử bằng trình duyệt; nếu hỏng thật thì xin địa chỉ mới rồi sửa dòng này.",
                Level.WARNING,
            )
            for place in places
            if answers[place.url]
        ),
    )


def links_in_words(findings: CheckFindings) -> str:
    """Each that is wrong, and how many were asked."""
    wrong = len({problem.message for problem in findings.problems})
    counted = f"Đã hỏi {findings.checked} liên kết: {wrong} liên kết không mở được."
    return "\n".join(filter(None, (problem_lines(findings.problems), counted)))


def places_of(evaluation: Evaluation, content: Path) -> Iterator[LinkPlace]:
    """The portals of today's parent offices, and every link shown of a được đăng line."""
    newsroom, today = evaluation.newsroom, evaluation.publication.today
    file = content / "truong.yaml"
    lines = file.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    for office in newsroom.school.offices:
        for portal in office.portals if office.exists_on(today) else ():
            line = next((n for n, text in enumerate(lines, 1) if portal in text), 1)
            yield LinkPlace(portal, newsroom.label(file.name), line, f"của {office.name}:")
    for record in newsroom.articles:
        if not any(sent.link for sent in record.sent(SubmissionKind.CARRIED)):
            continue
        item = newsroom.read(record.path)
        for entry in getattr(item, "submissions", ()):
            # What leads elsewhere is shown to nobody, and asked by nobody's machine.
            if entry.kind is SubmissionKind.CARRIED and (link := entry.shown_link):
                label = newsroom.label(record.path)
                yield LinkPlace(link, label, entry.line, f"nơi đăng ({entry.office.name}):")


def _ask_all(urls: Sequence[str], ask: Ask, seconds: float) -> dict[str, str]:
    """The fault of each, by address; empty where there is none. Takes no more than `seconds`."""
    waiting: queue.SimpleQueue[str] = queue.SimpleQueue()
    for url in urls:
        waiting.put(url)
    answers: dict[str, str] = {}

    def work() -> None:
        while True:
            try:
                url = waiting.get_nowait()
            except queue.Empty:
                return
            answers[url] = ask(url)

    # Daemons: a server that sends a letter a second must not keep us from leaving.
    workers = [threading.Thread(target=work, daemon=True) for _ in urls[:AT_ONCE]]
    for worker in workers:
        worker.start()
    end = time.monotonic() + seconds
    for worker in workers:
        worker.join(max(0.0, end - time.monotonic()))
    found = dict(answers)
    return {url: found.get(url, "chưa kịp hỏi, vì các trang khác trả lời quá chậm") for url in urls}


def fault_of(url: str, seconds: float = SECONDS_EACH) -> str:
    """The fault of a page of the web, as the end of a sentence; empty where it answers."""
    try:
        plain = quote(url, safe="%/:=&?~#+!$,;'@()*[]")
        request = Request(plain, headers={"User-Agent": "newsroom-link-check/1"})
        with urlopen(request, timeout=seconds):
            return ""
    except HTTPError as error:
        return "" if error.code in _CLOSED_TO_PROGRAMS else f"đã hỏng (mã {error.code})"
    except TimeoutError:
        return "không trả lời kịp"
    except URLError as error:
        if isinstance(error.reason, TimeoutError):
            return "không trả lời kịp"
        return f"không mở được ({error.reason})"
    except (OSError, HTTPException, ValueError) as error:
        return f"không mở được ({type(error).__name__})"
