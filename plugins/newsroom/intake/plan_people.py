"""Who is who in a plan: one person may stand in a group, at its head and on the board."""

from collections.abc import Sequence

from ..domain.group import Person
from ..domain.vietnamese import fold, slug
from .form_types import Texts
from .yaml_file import Form, YamlFile


class PersonEntry(Form):
    name: str
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
        bearers: dict[str, str] = {}
        for entry, line in self._entries:
            if entry.code or self._coded(entry):
                continue
            address = slug(entry.name)
            first = bearers.setdefault(address, entry.name)
            if fold(first) != fold(entry.name):
                self._file.problem(
                    line,
                    f"“{first}” và “{entry.name}” trùng địa chỉ trang tác giả “{address}”.",
                    f"Thêm mã cho một người: {{tên: {entry.name}, mã: {address}-2}}.",
                )

    def of(self, entry: PersonEntry) -> Person:
        """The person an entry means, with every alias that any of their entries gives."""
        code = entry.code or self._code_of_name(entry)
        mine = [e for e, _ in self._entries if (e.code or self._code_of_name(e)) == code]
        return Person(
            code=code,
            name=mine[0].name,
            aliases=tuple(dict.fromkeys(alias for e in mine for alias in e.aliases)),
        )

    def _code_of_name(self, entry: PersonEntry) -> str:
        codes = self._coded(entry)
        if len(codes) > 1:
            self._file.problem(
                next(line for e, line in self._entries if e is entry),
                f"Có nhiều người tên “{entry.name}”.",
                f"Ghi rõ mã: {{tên: {entry.name}, mã: {' hoặc '.join(codes)}}}.",
            )
        return codes[0] if codes else slug(entry.name)

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
