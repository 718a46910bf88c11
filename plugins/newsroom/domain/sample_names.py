"""Names, addresses and files of a sample, beside those of a real school: never both on one site.

The demo and the samples of the handbook may be published as they are: everything in them is
invented. Beside a real name an invented one would be taken for real.
"""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from .content.event import CalendarEvent
from .message import Message
from .plan.group import Person
from .plan.plan import Plan
from .plan.school import School
from .problem import Problem
from .text.dates import in_numbers

# Domains that are nobody's (RFC 2606, RFC 6761).
NOBODYS = ("example", "invalid", "test", "localhost")
_OURS = re.compile(r"(?:^|\.)example\.(?:com|net|org)$")
# A given name may be Mẫu, and a kindergarten is a trường mẫu giáo: in the middle of a name it is
# ours, as in Nguyễn Thị Mẫu An.
_INVENTED_PERSON = re.compile(r"\S+ (?:\S+ )+Mẫu \S+")
_INVENTED_BODY = re.compile(r"\bMẫu\b(?! giáo)")
# The places and bodies of the demo and of docs/ke-hoach-mau/. Mẫu Sơn is a real mountain.
_INVENTED_PLACES = re.compile(
    r"\b(?:Minh Họa|Hải Mẫu|Sao Mẫu|Hoa Mẫu|Bản Mẫu|An Mẫu"
    r"|Mẫu (?:Lâm|Ninh|Giang|Hậu|Định|Thanh|Biên|Nông|Tháp|Châu|Mai|La|Non|Đường))\b"
)
# In what people write only the demo's own names are looked for: a text may speak of a Mẫu Đơn.
_OF_THE_DEMO = re.compile(r"\bsao mẫu\b|\bhải mẫu\b|\bsaomau\.example\b", re.IGNORECASE)
_FOUND = Message(
    "NR-SAMPLE-001", "“{what}” là của trang mẫu, không đi cùng tên và địa chỉ thật trên một trang."
)


def is_sample_address(address: str) -> bool:
    """True for a web or mail address under a domain that is nobody's."""
    host = urlsplit(address).hostname if "://" in address else address.rpartition("@")[2]
    name = (host or "").rstrip(".").casefold()
    return name.rpartition(".")[2] in NOBODYS or _OURS.search(name) is not None


def is_sample_person(name: str) -> bool:
    """True for a name of the demo's kind, which nobody bears.

    >>> [is_sample_person(f"Nguyễn {rest}") for rest in ("Thị Mẫu An", "Văn Mẫu", "Mẫu Đơn")]
    [True, False, False]
    """
    return _INVENTED_PERSON.fullmatch(_in_usual_letters(" ".join(name.split()))) is not None


def is_sample_body(name: str) -> bool:
    """True for a school, an office or a place of the demo or of the samples."""
    return _INVENTED_PLACES.search(_in_usual_letters(name)) is not None


def _in_usual_letters(name: str) -> str:
    return name.title() if name.isupper() else name


def names_of_the_demo_in(text: str) -> Iterator[str]:
    """The names and addresses of the demo's school that a text holds."""
    return (found[0] for found in _OF_THE_DEMO.finditer(text))


def is_sample_site(school: School) -> bool:
    """True where name and address are both of a sample; then everything else may be."""
    is_named_so = is_sample_body(school.name) or bool(_INVENTED_BODY.search(school.name))
    return is_named_so and is_sample_address(school.site_url)


def sample_problems(
    school: School,
    plans: Iterable[Plan],
    demo_files: Iterable[str],
    events: Iterable[CalendarEvent] = (),
    calendar: str = "",
) -> tuple[Problem, ...]:
    """An error for each thing of a sample on a site that is not one.

    `demo_files` are the files of the content that are the demo's, by their labels, `calendar` is
    the label of that which holds the events.
    """
    if not school.path or is_sample_site(school):
        return ()
    found = {
        *_of_school(school),
        *(problem for plan in plans for problem in _of_plan(plan, school.real_names)),
        *map(_of_file, demo_files),
        *(problem for event in events for problem in _of_event(event, calendar)),
    }
    return tuple(sorted(found, key=lambda problem: problem.place))


def _of_school(school: School) -> Iterator[Problem]:
    def problem(text: str, *place: str | int, hint: str) -> Problem:
        return Problem(school.path, school.line(*place), _FOUND.format(what=text), hint)

    for field in ("name", "short_name", "parent", "place", "address", "description"):
        text = getattr(school, field)
        if is_sample_body(text) and text not in school.real_names:
            yield problem(text, field, hint="Ghi tên thật, hoặc xóa dòng này.")
    if is_sample_address(school.site_url):
        hint = "Ghi địa chỉ thật của trang, ví dụ  địa chỉ trang: https://truong.edu.vn"
        yield problem(school.site_url, "site_url", hint=hint)
    if is_sample_address(school.email):
        yield problem(school.email, "email", hint="Ghi hộp thư thật, hoặc xóa dòng này.")
    for n, channel in enumerate(school.channels):
        if is_sample_address(channel.link):
            hint = "Ghi địa chỉ thật, hoặc xóa mục này."
            yield problem(channel.link, "channels", n, "link", hint=hint)
        if is_sample_body(channel.name) and channel.name not in school.real_names:
            yield problem(channel.name, "channels", n, hint="Ghi tên thật, hoặc xóa mục này.")
    if is_sample_address(school.map_link):
        yield problem(school.map_link, "map_link", hint="Ghi địa chỉ thật, hoặc xóa dòng này.")
    for n, signer in enumerate(school.signers):
        if is_sample_person(signer.name) and signer.name not in school.real_names:
            yield problem(signer.name, "signers", n, hint=_person_hint(signer.name))
    for n, office in enumerate(school.offices):
        if is_sample_body(office.name) and office.name not in school.real_names:
            hint = "Ghi tên cơ quan thật, hoặc xóa mục này."
            yield problem(office.name, "offices", n, hint=hint)
        for portal in filter(is_sample_address, office.portals):
            hint = "Ghi địa chỉ thật của cơ quan, hoặc xóa dòng này."
            yield problem(portal, "offices", n, "portals", hint=hint)


def _of_plan(plan: Plan, real_names: Iterable[str]) -> Iterator[Problem]:
    real = frozenset(real_names)
    if is_sample_body(plan.title) and plan.title not in real:
        hint = "Ghi tên kế hoạch thật của trường."
        yield Problem(plan.path, plan.line("title"), _FOUND.format(what=plan.title), hint)
    named: list[tuple[tuple[str | int, ...], Person]] = [
        *((("board", n), member.person) for n, member in enumerate(plan.board)),
        *((("contributors", n), person) for n, person in enumerate(plan.contributors)),
    ]
    for n, group in enumerate(plan.groups):
        named += [(("groups", n, "head"), group.head)] if group.head else []
        named += [(("groups", n, "members", m), one) for m, one in enumerate(group.members)]
        if is_sample_body(group.name) and group.name not in real:
            message = _FOUND.format(what=group.name)
            hint = "Ghi tên đơn vị thật, hoặc xóa mục này."
            yield Problem(plan.path, plan.line("groups", n), message, hint)
    for place, person in named:
        if is_sample_person(person.name) and person.name not in real:
            message = _FOUND.format(what=person.name)
            yield Problem(plan.path, plan.line(*place), message, _person_hint(person.name))
        for email in filter(is_sample_address, person.emails):
            message = _FOUND.format(what=email)
            hint = "Ghi hộp thư thật, hoặc xóa dòng này."
            yield Problem(plan.path, plan.line(*place), message, hint)


def _of_event(event: CalendarEvent, calendar: str) -> Iterator[Problem]:
    for text in (event.what, event.where, event.who):
        if next(names_of_the_demo_in(text), None):
            hint = f"Sửa việc ngày {in_numbers(event.on)}: ghi tên thật, hoặc xóa việc ấy."
            yield Problem(calendar, 1, _FOUND.format(what=text), hint)


def _person_hint(name: str) -> str:
    return (
        "Ghi họ tên thật; nếu đúng là tên một người của trường, thêm vào truong.yaml dòng"
        f"  tên thật: [{name}]"
    )


def _of_file(label: str) -> Problem:
    return Problem(
        label,
        1,
        Message("NR-SAMPLE-002", "Tệp này là của trang mẫu, còn sót lại."),
        "Xóa tệp này, hoặc thay bằng nội dung của trường; xem docs/huong-dan/bat-dau.md.",
    )
