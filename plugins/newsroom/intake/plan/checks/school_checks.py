"""Checks of a school file that reads well: names it has of plans, and the kind of publisher."""

from collections.abc import Iterator, Sequence

from ....domain.message import Message
from ....domain.names.register import Register
from ....domain.plan.category import OLD_ARTICLES
from ....domain.plan.plan import Plan
from ....domain.plan.school import HomePart, PublisherKind
from ....domain.problem import Level, Problem
from ....vocabulary.plan import HOME_PARTS
from ....vocabulary.publisher import KINDS, NOUNS, kind_told_by
from ....vocabulary.words import shown
from ..forms.yaml_file import YamlFile
from ..school_file import SchoolFile, home_part


def check_categories(path: str, text: str, plans: Sequence[Plan]) -> Iterator[Problem]:
    """A problem for each category that the front page or the menu names and no plan has."""
    of_plans = (category for plan in plans for category in plan.categories)
    register = Register((*of_plans, OLD_ARTICLES))
    file = YamlFile(path, text)
    form = file.read(SchoolFile)
    for place, names in (("home", form.home), ("menu", form.menu)) if form else ():
        for n, name in enumerate(names):
            is_part = place == "home" and home_part(name) is not None
            if is_part or register.find(name):
                continue
            like = register.nearest(name)
            words = ", ".join(shown(HOME_PARTS, part) for part in HomePart)
            yield Problem(
                path,
                file.line(place, n),
                Message("NR-SCHOOL-011", f"Không có chuyên mục “{name}” trong kế hoạch nào."),
                f"Có phải là “{like}”?"
                if like
                else f"Ghi tên một chuyên mục, hoặc một trong: {words}.",
            )


def check_kind(path: str, text: str) -> Iterator[Problem]:
    """A warning where the name leaves the kind of publisher in doubt, or gainsays the one told."""
    file = YamlFile(path, text)
    form = file.read(SchoolFile)
    guess = kind_told_by(form.last_name) if form else None
    if form is None or (guess is not None and form.kind in (guess, None, PublisherKind.UNIT)):
        return
    kinds = ", ".join(shown(KINDS, kind) for kind in PublisherKind)
    if form.kind is None:
        message = Message(
            "NR-SCHOOL-014",
            f"Tên “{form.last_name}” chưa cho biết là trường, phòng hay sở; trang và giấy tờ đang"
            f" gọi là “{NOUNS[PublisherKind.SCHOOL].itself}”.",
        )
        remedy = f"Thêm một dòng  loại: {shown(KINDS, PublisherKind.SCHOOL)}  (hoặc: {kinds})."
        yield Problem(path, file.line("name"), message, remedy, Level.WARNING)
    elif guess is not None:
        message = Message(
            "NR-SCHOOL-015",
            f"Dòng “loại” ghi “{shown(KINDS, form.kind)}”, mà tên là “{form.last_name}”.",
        )
        remedy = f"Ghi  loại: {shown(KINDS, guess)}  , hoặc xóa dòng ấy."
        yield Problem(path, file.line("kind"), message, remedy, Level.WARNING)
