"""Names of the demo that were left in an item of a real school."""

from collections.abc import Iterator

from ....domain.message import Message
from ....domain.problem import Problem
from ....domain.sample_names import is_sample_address, names_of_the_demo_in
from ...header.header import Header


def sample_problems_of(header: Header, label: str, site_url: str) -> Iterator[Problem]:
    """An error for the first name of the demo in each line, on a site whose address is real."""
    if not site_url or is_sample_address(site_url):
        return
    lines = {entry.line: entry.value for entry in header.entries}
    # A whole text is asked first: hardly any holds one.
    if next(names_of_the_demo_in(header.body), None):
        lines |= dict(enumerate(header.body.split("\n"), header.body_line))
    for number, words in lines.items():
        if found := next(names_of_the_demo_in(words), None):
            yield Problem(
                label,
                number,
                Message("NR-SAMPLE-003", f"“{found}” là tên của trang mẫu, còn sót trong bài."),
                "Thay bằng tên thật, hoặc xóa câu ấy.",
            )
