"""The school file (truong.yaml)."""

from collections.abc import Iterator, Sequence
from typing import Annotated

from ...domain.message import Message, about_no_id, message_id
from ...domain.names.register import Register
from ...domain.plan.portal import is_too_broad, place_of
from ...domain.plan.school import (
    Channel,
    HomePart,
    OfficeLevel,
    ParentOffice,
    PublisherKind,
    School,
)
from ...domain.problem import Problem
from ...domain.text.address import AddressFault, fault_of_address, normal
from ...domain.text.vietnamese import slug
from ...vocabulary.plan import HOME_PARTS, LEVELS
from ...vocabulary.publisher import KINDS, NOUNS, kind_told_by
from ...vocabulary.words import lookup
from .dated_facts import (
    Dated,
    DatedEntry,
    DatedName,
    Signers,
    check_dated,
    dated_facts,
    last_of,
    signers_of,
)
from .forms.form_types import TURNED, TURNED_REMEDY, Date, Items, Name, Number, Texts, one_of
from .forms.yaml_file import YamlFile, YamlForm

_WEB = ("http", "https")
_EMAIL_REMEDY = "Ghi đủ, ví dụ  van-thu@truong.edu.vn ."


class ChannelEntry(YamlForm):
    name: Name
    link: str


class OfficeEntry(YamlForm):
    name: Name
    code: str = ""
    short_name: str = ""
    aliases: Texts = ()
    level: Annotated[OfficeLevel, one_of(LEVELS)] = OfficeLevel.OTHER
    portals: Texts = ()
    first: Date | None = None
    last: Date | None = None
    successors: Texts = ()


class SchoolFile(YamlForm):
    name: DatedName
    site_url: str
    kind: Annotated[PublisherKind, one_of(KINDS)] | None = None
    short_name: Dated = ()
    parent: Dated = ()
    place: Dated = ()
    initials: Dated = ()
    address: Dated = ()
    map_link: str = ""
    phone: str = ""
    email: str = ""
    description: str = ""
    year_starts_in: Number = 8
    groups_called: str = ""
    channels: tuple[ChannelEntry, ...] = ()
    offices: tuple[OfficeEntry, ...] = ()
    home: Items = ()
    menu: Items = ()
    signers: Signers = ()
    silenced: Texts = ()
    real_names: Items = ()

    @property
    def dated(self) -> dict[str, tuple[DatedEntry, ...]]:
        """The fields that may have days, by name; a short name is the name where none is given."""
        return {
            "name": self.name,
            "short_name": self.short_name or self.name,
            "parent": self.parent,
            "place": self.place,
            "initials": self.initials,
            "address": self.address,
        }

    @property
    def last_name(self) -> str:
        return last_of("name", self.name)


def read_school(path: str, text: str) -> tuple[School | None, list[Problem]]:
    """The school, or None with the problems that kept it from being read."""
    file = YamlFile(path, text)
    form = file.read(SchoolFile)
    if form is None:
        return None, file.problems
    example = "Ghi đủ, ví dụ  địa chỉ trang: https://truong.edu.vn"
    if file.waits_for("site_url"):
        # The site is built with addresses from its own root.
        pass
    elif not _begins(form.site_url, *_WEB):
        missing = Message("NR-SCHOOL-001", f"Địa chỉ trang “{form.site_url}” thiếu https:// ở đầu.")
        right = f"https://{form.site_url.removeprefix('//')}"
        is_told = "." in form.site_url and ":" not in form.site_url and not _fault_of_site(right)
        remedy = f"Ghi:  địa chỉ trang: {right}" if is_told else example
        file.problem(file.line("site_url"), missing, remedy)
    elif fault := _fault_of_site(form.site_url):
        file.problem(file.line("site_url"), *_told(fault))
    no_map = Message("NR-SCHOOL-002", f"Liên kết bản đồ “{form.map_link}” không dùng được.")
    if form.map_link and (fault := _fault_of_link(form.map_link, no_map, *_WEB)):
        remedy = "Mở bản đồ trên máy, chọn Chia sẻ, chép nguyên địa chỉ bắt đầu bằng https://."
        file.problem(file.line("map_link"), fault.message, remedy)
    if form.email and (":" in form.email or fault_of_address(f"mailto:{form.email}")):
        message = Message("NR-SCHOOL-003", f"“{form.email}” không phải là một địa chỉ thư.")
        right = form.email.rpartition(":")[2].strip()
        is_right = ":" in form.email and not fault_of_address(f"mailto:{right}")
        remedy = f"Ghi:  thư điện tử: {right}" if is_right else _EMAIL_REMEDY
        file.problem(file.line("email"), message, remedy)
    if not 1 <= form.year_starts_in <= 12:
        file.problem(
            file.line("year_starts_in"),
            Message("NR-SCHOOL-004", "Tháng phải từ 1 đến 12."),
            "Sửa lại tháng.",
        )
    for n, channel in enumerate(form.channels):
        unusable = Message("NR-SCHOOL-005", f"Liên kết “{channel.link}” của kênh không dùng được.")
        if fault := _fault_of_link(channel.link, unusable, *_WEB, "mailto", "tel"):
            remedy = "Ghi đủ địa chỉ, bắt đầu bằng https://, mailto: hoặc tel:."
            if fault.right:
                remedy = f"Ghi:  {fault.right}"
            file.problem(file.line("channels", n, "link"), fault.message, remedy)
    for n, typed in enumerate(form.silenced):
        if not message_id(typed):
            file.problem(file.line("silenced", n), *about_no_id(typed))
    offices = tuple(_superior(entry) for entry in form.offices)
    file.problems += _check_superiors(offices, file)
    file.problems += check_dated(file, {**form.dated, "signers": form.signers})
    kind = form.kind or kind_told_by(form.last_name) or PublisherKind.SCHOOL
    texts = {field: last_of(field, entries) for field, entries in form.dated.items()}
    school = School(
        **texts,
        site_url=normal(form.site_url).rstrip("/"),
        kind=kind,
        map_link=normal(form.map_link),
        phone=form.phone,
        email=form.email,
        description=form.description,
        year_starts_in=form.year_starts_in,
        groups_called=form.groups_called or NOUNS[kind].groups,
        channels=tuple(Channel(name=c.name, link=normal(c.link)) for c in form.channels),
        offices=offices,
        home=tuple(home_part(name) or name for name in form.home) or tuple(HomePart),
        menu=form.menu,
        signers=signers_of(form.signers),
        facts=dated_facts(form.dated),
        silenced=tuple(map(message_id, form.silenced)),
        real_names=form.real_names,
        path=path,
        lines=file.lines_by_place,
        unfilled=tuple(file.unfilled),
    )
    return (None if file.problems else school), file.problems


def _begins(text: str, *schemes: str) -> bool:
    """True where it is an address with one of these schemes, or was meant as one."""
    meant = fault.right if (fault := fault_of_address(text)) else normal(text)
    return (meant or normal(text)).partition(":")[0] in schemes


def _fault_of_link(text: str, otherwise: Message, *schemes: str) -> AddressFault | None:
    """The fault of an address with one of these schemes; `otherwise` is said of what is none."""
    if not _begins(text, *schemes):
        return AddressFault(otherwise, "")
    return fault_of_address(text)


def _fault_of_site(text: str) -> AddressFault | None:
    """The same of the address under which all pages stand: nothing comes behind its folder."""
    if fault := fault_of_address(text):
        return fault
    plain = normal(text)
    if "?" in plain or "#" in plain:
        folder = plain.partition("#")[0].partition("?")[0]
        return AddressFault(
            Message("NR-SCHOOL-006", f"Địa chỉ trang “{plain}” có dấu ? hoặc #."), "", folder
        )
    return None


def _told(fault: AddressFault) -> tuple[Message, str]:
    return fault.message, f"Ghi:  địa chỉ trang: {fault.right}" if fault.right else fault.remedy


def _superior(entry: OfficeEntry) -> ParentOffice:
    return ParentOffice(
        code=slug(entry.code or entry.name),
        name=entry.name,
        short_name=entry.short_name or entry.name,
        level=entry.level,
        aliases=(*entry.aliases, entry.short_name),
        portals=entry.portals,
        first=entry.first,
        last=entry.last,
        successors=entry.successors,
    )


def _check_superiors(offices: Sequence[ParentOffice], file: YamlFile) -> Iterator[Problem]:
    codes, register = [office.code for office in offices], Register(offices)
    for n, office in enumerate(offices):
        line = file.line("offices", n)
        if office.first and office.last and office.last < office.first:
            yield Problem(file.path, file.line("offices", n, "last"), TURNED, TURNED_REMEDY)
        if codes.count(office.code) > 1 and codes.index(office.code) < n:
            yield Problem(
                file.path,
                line,
                Message("NR-SCHOOL-007", f"Mã “{office.code}” dùng hai lần."),
                "Đặt cho mỗi nơi một mã.",
            )
        for successor in office.successors:
            if successor == office.code:
                yield Problem(
                    file.path,
                    file.line("offices", n, "successors"),
                    Message("NR-SCHOOL-025", f"“{office.name}” không thể kế tục chính nơi ấy."),
                    "Ghi mã của nơi tiếp nhận, hoặc bỏ dòng này.",
                )
            elif successor not in codes:
                meant = [one.code for one in register.find(successor) if one != office]
                yield Problem(
                    file.path,
                    file.line("offices", n, "successors"),
                    Message("NR-SCHOOL-008", f"Không có cơ quan kế tục nào mang mã “{successor}”."),
                    f"Ghi mã:  {' hoặc '.join(meant)}"
                    if meant
                    else f"Các mã đang có: {', '.join(codes)}.",
                )
        for portal in office.portals:
            if is_too_broad(portal):
                yield Problem(
                    file.path,
                    file.line("offices", n, "portals"),
                    Message("NR-SCHOOL-009", f"Cổng “{portal}” quá rộng: đuôi ấy là của chung."),
                    "Ghi đủ tên miền của riêng cơ quan ấy.",
                )
            elif place_of(portal) is None or fault_of_address(portal):
                yield Problem(
                    file.path,
                    file.line("offices", n, "portals"),
                    Message("NR-SCHOOL-010", f"“{portal}” không phải là địa chỉ của một cổng."),
                    "Ghi đủ địa chỉ trang của cơ quan, ví dụ  cổng: https://sogddt.example ; nhiều"
                    " địa chỉ thì  cổng: [https://sogddt.example, https://tinsogddt.example] .",
                )


def home_part(name: str) -> HomePart | None:
    """The part of the front page that a word means; None for a category's name."""
    return lookup(HOME_PARTS, name)
