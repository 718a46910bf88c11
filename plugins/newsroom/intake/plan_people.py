"""Who is who in a plan: one person may stand in a group, at its head and on the board."""

from collections.abc import Sequence
from itertools import combinations

from ..domain.group import Person
from ..domain.vietnamese import fold, slug
from .form_types import Name, Texts
from .yaml_file import Form, YamlFile


class PersonEntry(Form):
    name: Name
    code: str = ""
    aliases: Texts = ()


class People:
    """The people of one plan file, each entry matched to its person.

    An entry with a code is that person. An entry with only a name is the one person who bears
    it; where two coded people bear it, the entry is ambiguous, which is a problem.
    """

    def __init__(self, file: YamlFile) -> None:
        self._file = file
        self._entries: list[tuple[PersonEntry, int]] = []

    def add(self, entries: Sequence[PersonEntry], *place: str | int, alone: bool = False) -> None:
        """Take in the entries found at a place of the file; no person twice in one list."""
        seen: dict[str, set[str]] = {}
        for n, entry in enumerate(entries):
            line = self._file.line(*place) if alone else self._file.line(*place, n)
            codes = seen.setdefault(fold(entry.name), set())
            # A name alone means the one person who bears it, so beside a coded one it is twice.
            if entry.code in codes or (codes and "" in (*codes, entry.code)):
                self._file.problem(
                    line,
                    f"“{entry.name}” ghi hai lần trong một danh sách.",
                    "Bỏ một lần; nếu là hai người trùng tên, ghi mỗi người một mã:"
                    f" {{tên: {entry.name}, mã: {slug(entry.name)}-1}} và"
                    f" {{tên: {entry.name}, mã: {slug(entry.name)}-2}}.",
                )
            codes.add(entry.code)
            self._entries.append((entry, line))

    def check_addresses(self) -> None:
        """Two names that differ only in marks would share one page: that is never silent."""
        self._check_codes()
        bearers: dict[str, str] = {}
        for entry, line in self._entries:
            if entry.code or self._coded(entry) or self._known_by_alias(entry):
                continue
            address = slug(entry.name)
            first = bearers.setdefault(address, entry.name)
            if fold(first) != fold(entry.name):
                self._file.problem(
                    line,
                    f"“{first}” và “{entry.name}” trùng địa chỉ trang tác giả “{address}”.",
                    f"Thêm mã cho một người: {{tên: {entry.name}, mã: {address}-2}}.",
                )

    def _check_codes(self) -> None:
        """One code on two names is a slip of copying: two people would become one."""
        for one, other, line in (
            (one, other, line)
            for (one, _), (other, line) in combinations(self._entries, 2)
            if one.code and slug(one.code) == slug(other.code)
        ):
            if _forms(one).isdisjoint(_forms(other)):
                self._file.problem(
                    line,
                    f"“{one.name}” và “{other.name}” cùng mang mã “{other.code}”.",
                    f"Đặt cho “{other.name}” một mã khác.",
                )

    def of(self, entry: PersonEntry) -> Person:
        """The person an entry means, with every alias that any of their entries gives."""
        code = self._code(entry)
        mine = [e for e, _ in self._entries if self._code(e) == code]
        named = next((e for e in mine if e.aliases or e.code), mine[0])
        others = [
            name
            for e in mine
            for name in (*e.aliases, e.name, e.code)
            if name not in ("", code, named.name)
        ]
        return Person(code=code, name=named.name, aliases=tuple(dict.fromkeys(others)))

    def _code(self, entry: PersonEntry) -> str:
        return slug(entry.code) if entry.code else self._code_of_name(entry)

    def _code_of_name(self, entry: PersonEntry) -> str:
        codes = self._coded(entry)
        if len(codes) > 1:
            self._file.problem(
                next(line for e, line in self._entries if e is entry),
                f"Có nhiều người tên “{entry.name}”.",
                f"Ghi rõ mã: {{tên: {entry.name}, mã: {' hoặc '.join(codes)}}}.",
            )
        if codes:
            return slug(codes[0])
        known = self._known_by_alias(entry)
        return slug(known.name) if known else slug(entry.name)

    def _known_by_alias(self, entry: PersonEntry) -> PersonEntry | None:
        """The entry that gives this entry's name as an alias: the same person, written shortly."""
        return next(
            (
                other
                for other, _ in self._entries
                if not other.code
                and fold(entry.name) != fold(other.name)
                and fold(entry.name) in map(fold, other.aliases)
            ),
            None,
        )

    def _coded(self, entry: PersonEntry) -> list[str]:
        """The codes of all entries that bear this entry's name."""
        return sorted(
            {
                other.code
                for other, _ in self._entries
                if other.code
                and fold(entry.name) in {fold(name) for name in (other.name, *other.aliases)}
            }
        )


def _forms(entry: PersonEntry) -> set[str]:
    return {fold(name) for name in (entry.name, *entry.aliases)}
