"""Names that the entries of a plan file call: groups, categories, parent offices, quotas."""

from collections.abc import Iterator, Sequence
from datetime import date

from ...domain.message import Message
from ...domain.names.register import BodyRegister, Register, T, nearest
from ...domain.plan.category import Category
from ...domain.plan.group import Group
from ...domain.plan.school import OfficeLevel, ParentOffice
from ...domain.text.vietnamese import fold, fold_key
from ...vocabulary import things
from ...vocabulary.plan import ANY_GROUP, ANY_PARENT_OFFICE, EVERY, LEVELS
from ...vocabulary.publisher import is_whole
from ...vocabulary.words import asked_in_words, lookup
from ..header.lines import split_list
from .forms.yaml_file import YamlFile

Place = tuple[str | int, ...]


class PlanNames:
    """Finds codes by name in one plan file, with a problem for every name that means nothing.

    `entry` is what the entry at `place` is called in messages: Chỉ tiêu, Hạn, Điểm. `offices` is
    None where the school file could not be read: no name is held against them then.
    """

    def __init__(
        self,
        file: YamlFile,
        groups: Sequence[Group],
        categories: Sequence[Category],
        offices: Sequence[ParentOffice] | None,
    ) -> None:
        self.file = file
        self._groups = BodyRegister(groups)
        self._categories = Register(categories)
        self._superiors = Register(offices or ())
        self._knows_offices = offices is not None

    def groups(self, names: Sequence[str], place: Place, entry: str) -> tuple[str, ...]:
        """Codes of the groups meant; nothing for the whole school."""
        whole = [who for who in names if is_whole(who)]
        if whole and len(names) > 1:
            self.file.problem(
                self.file.line(*place),
                Message(
                    "NR-PLAN-029",
                    f"“{whole[0]}” không ghi chung với tổ khác trong một {entry.lower()}.",
                ),
                f"Tách thành hai {entry.lower()}.",
            )
        return tuple(dict.fromkeys(code for who in names for code in self._who(who, place, entry)))

    def categories(self, names: Sequence[str], place: Place, entry: str) -> frozenset[str]:
        """Codes of categories; a text that is no name as a whole may be a list of names."""
        return frozenset(
            code
            for written in names
            for name in ([written] if self._categories.find(written) else split_list(written))
            for code in self._codes(self._categories, name, things.CATEGORY, place, entry)
        )

    def destinations(self, names: Sequence[str], place: Place, entry: str) -> frozenset[str]:
        """Codes of parent offices, called by name, by level or all at once."""
        if not self._knows_offices:
            return frozenset()
        return frozenset(code for name in names for code in self._destinations(name, place, entry))

    def lifetimes(self, codes: frozenset[str]) -> tuple[tuple[date | None, date | None], ...]:
        """The first and the last day of each of these parent offices, in the order of the file."""
        return tuple((s.first, s.last) for s in self._superiors if s.code in codes)

    def _who(self, who: str, place: Place, entry: str) -> Iterator[str]:
        if is_whole(who):
            return
        first, _, rest = who.partition(" ")
        if fold(first) in map(fold, EVERY) and rest:
            of_kind = [group.code for group in self._groups if fold(group.kind) == fold(rest)]
            if not of_kind and fold(rest) in map(fold, ANY_GROUP):
                of_kind = [group.code for group in self._groups]
            if not of_kind:
                kinds = list(dict.fromkeys(group.kind for group in self._groups))
                self.file.problem(
                    self.file.line(*place),
                    Message("NR-PLAN-030", f"Không có tổ nào thuộc loại “{rest}”."),
                    f"Có phải là “{like}”?"
                    if (like := nearest(rest, kinds))
                    else f"Các loại có trong kế hoạch: {', '.join(kinds)}.",
                )
            yield from of_kind
        else:
            yield from self._codes(self._groups, who, things.GROUP, place, entry)

    def _destinations(self, name: str, place: Place, entry: str) -> Iterator[str]:
        if self._superiors.find(name):
            yield from (office.code for office in self._superiors.find(name))
        elif level := lookup(LEVELS, name):
            of_level = [s.code for s in self._superiors if s.level is level]
            if not of_level:
                # No destination at all would mean any: a quota must not widen by itself.
                self.file.problem(
                    self.file.line(*place),
                    Message(
                        "NR-PLAN-031",
                        f"{entry} nói tới cấp “{name}”, nhưng truong.yaml không có nơi nào ở cấp"
                        " đó.",
                    ),
                    "Thêm cơ quan đó vào mục “cấp trên” của truong.yaml, hoặc bỏ cấp này.",
                )
            yield from of_level
        elif fold_key(name) in map(fold_key, ANY_PARENT_OFFICE):
            yield from (s.code for s in self._superiors if s.level is not OfficeLevel.PRESS)
        else:
            yield from self._codes(self._superiors, name, things.PARENT_OFFICE, place, entry)

    def _codes(
        self, register: Register[T], name: str, what: str, place: Place, entry: str
    ) -> Iterator[str]:
        found = register.find(name)
        if not found:
            self.file.problem(
                self.file.line(*place),
                Message(
                    "NR-PLAN-032",
                    f"{entry} nói tới {what} “{name}”, nhưng không có {what} nào tên đó.",
                ),
                asked_in_words(register.near(name)) or "Sửa tên, hoặc thêm vào danh sách ở trên.",
            )
        yield from (one.code for one in found)
