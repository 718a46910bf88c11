"""The quotas of a plan file: whose, of what, sent where."""

from collections.abc import Iterator, Sequence
from typing import Any

from ..domain.category import Category
from ..domain.group import Group
from ..domain.matching import Register, T, nearest
from ..domain.quota import Quota
from ..domain.school import Superior, SuperiorLevel
from ..domain.vietnamese import fold, fold_key
from ..vocabulary import ANY_GROUP, EVERY, LEVELS, SUPERIORS, WHOLE_SCHOOL, lookup
from .header_lines import split_list
from .yaml_file import YamlFile


class QuotaReader:
    """Turns quota entries into quotas, with a problem for every name that means nothing."""

    def __init__(
        self,
        file: YamlFile,
        groups: Sequence[Group],
        categories: Sequence[Category],
        superiors: Sequence[Superior],
    ) -> None:
        self._file = file
        self._groups = Register(groups)
        self._categories = Register(categories)
        self._superiors = Register(superiors)

    def read(self, entry: Any, n: int) -> Quota | None:
        """The quota of the n-th entry (a QuotaEntry); None when a name in it is unknown."""
        before = len(self._file.problems)
        quota = Quota(
            code=entry.code,
            name=entry.name,
            per=entry.per,
            measure=entry.measure,
            at_least=entry.at_least,
            groups=self._groups_of(entry.who, n),
            genres=frozenset(entry.genres),
            categories=frozenset(
                code
                for written in entry.categories
                for name in ([written] if self._categories.find(written) else split_list(written))
                for code in self._codes(self._categories, name, "chuyên mục", n, "categories")
            ),
            destinations=frozenset(
                code for name in entry.destinations for code in self._destinations(name, n)
            ),
            source=entry.source,
        )
        return quota if len(self._file.problems) == before else None

    def _groups_of(self, names: Sequence[str], n: int) -> tuple[str, ...]:
        whole = [who for who in names if fold_key(who) in map(fold_key, WHOLE_SCHOOL)]
        if not names:
            self._file.problem(
                self._file.line("quotas", n, "who"),
                "Chỉ tiêu chưa ghi giao cho ai.",
                "Ghi  ai: toàn trường, hoặc  ai: mỗi tổ chuyên môn.",
            )
        if whole and len(names) > 1:
            self._file.problem(
                self._file.line("quotas", n, "who"),
                f"“{whole[0]}” không ghi chung với tổ khác trong một chỉ tiêu.",
                "Tách thành hai chỉ tiêu.",
            )
        return tuple(dict.fromkeys(code for who in names for code in self._who(who, n)))

    def _who(self, who: str, n: int) -> Iterator[str]:
        """Codes of the groups meant; nothing for the whole school."""
        if fold_key(who) in map(fold_key, WHOLE_SCHOOL):
            return
        first, _, rest = who.partition(" ")
        if fold(first) in map(fold, EVERY) and rest:
            of_kind = [group.code for group in self._groups if fold(group.kind) == fold(rest)]
            if not of_kind and fold(rest) in map(fold, ANY_GROUP):
                of_kind = [group.code for group in self._groups]
            if not of_kind:
                kinds = list(dict.fromkeys(group.kind for group in self._groups))
                self._file.problem(
                    self._file.line("quotas", n, "who"),
                    f"Không có tổ nào thuộc loại “{rest}”.",
                    f"Có phải là “{like}”?"
                    if (like := nearest(rest, kinds))
                    else f"Các loại có trong kế hoạch: {', '.join(kinds)}.",
                )
            yield from of_kind
        else:
            yield from self._codes(self._groups, who, "tổ", n, "who")

    def _destinations(self, name: str, n: int) -> Iterator[str]:
        if self._superiors.find(name):
            yield from (superior.code for superior in self._superiors.find(name))
        elif level := lookup(LEVELS, name):
            of_level = [s.code for s in self._superiors if s.level is level]
            if not of_level:
                # No destination at all would mean any: a quota must not widen by itself.
                self._file.problem(
                    self._file.line("quotas", n, "destinations"),
                    f"Chỉ tiêu nói tới cấp “{name}”, nhưng truong.yaml không có nơi nào ở cấp đó.",
                    "Thêm cơ quan đó vào mục “cấp trên” của truong.yaml, hoặc bỏ cấp này.",
                )
            yield from of_level
        elif fold_key(name) in map(fold_key, SUPERIORS):
            yield from (s.code for s in self._superiors if s.level is not SuperiorLevel.PRESS)
        else:
            yield from self._codes(self._superiors, name, "cơ quan cấp trên", n, "destinations")

    def _codes(
        self, register: Register[T], name: str, what: str, n: int, key: str
    ) -> Iterator[str]:
        found = register.find(name)
        if not found:
            like = register.nearest(name)
            self._file.problem(
                self._file.line("quotas", n, key),
                f"Chỉ tiêu nói tới {what} “{name}”, nhưng không có {what} nào tên đó.",
                f"Có phải là “{like}”?" if like else "Sửa tên, hoặc thêm vào danh sách ở trên.",
            )
        yield from (entry.code for entry in found)
