"""The people of a plan: one person may stand in a group, at its head and on the board."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from ...domain.message import Message
from ...domain.plan.group import Person
from ...domain.text.vietnamese import fold, slug
from .forms.form_types import Name, Texts
from .forms.yaml_file import YamlFile, YamlForm


class PersonEntry(YamlForm):
    name: Name
    code: str = ""
    aliases: Texts = ()
    emails: Texts = ()


class People:
    """The people of one plan file, each entry matched to its person.

    An entry with a code is that person. An entry with only a name is the one person who bears
    it; where two coded people bear it, the entry is ambiguous, which is a problem.
    """

    def __init__(self, file: YamlFile) -> None:
        self._file = file
        self._entries: list[tuple[PersonEntry, int]] = []

    def add(
        self, entries: Sequence[PersonEntry], *place: str | int, build_lock: bool = False
    ) -> None:
        """Take in the entries found at a place of the file; no person twice in one list."""
        seen: dict[str, set[str]] = {}
        for n, entry in enumerate(entries):
            line = self._file.line(*place) if build_lock else self._file.line(*place, n)
            codes = seen.setdefault(fold(entry.name), set())
            # A name alone means the one person who bears it, so beside a coded one it is twice.
            if entry.code in codes or (codes and "" in (*codes, entry.code)):
                self._file.problem(
                    line,
                    Message("NR-PLAN-033", f"“{entry.name}” ghi hai lần trong một danh sách."),
                    "Bỏ một lần; nếu là hai người trùng tên, ghi mỗi người một mã:"
                    f" {{tên: {entry.name}, mã: {slug(entry.name)}-1}} và"
                    f" {{tên: {entry.name}, mã: {slug(entry.name)}-2}}.",
                )
            codes.add(entry.code)
            self._entries.append((entry, line))
            if _lacks_a_bracket(entry.name):
                whole = entry.name.replace("(", "").replace(")", "").strip()
                self._file.problem(
                    line,
                    Message("NR-PLAN-046", f"Tên “{entry.name}” thừa hoặc thiếu một dấu ngoặc."),
                    f"Ghi:  {whole}",
                )

    def check_addresses(self) -> None:
        """Two names that differ only in marks would share one page: that is never silent."""
        self._check_codes()
        bearers: dict[str, str] = {}
        for entry, line in self._entries:
            name = fold(entry.name)
            codes = sorted(self._coded[name])
            if not entry.code and len(codes) > 1:
                self._file.problem(
                    line,
                    Message("NR-PLAN-034", f"Có nhiều người tên “{entry.name}”."),
                    f"Ghi rõ mã: {{tên: {entry.name}, mã: {' hoặc '.join(codes)}}}.",
                )
            if entry.code or codes or name in self._by_alias or _lacks_a_bracket(entry.name):
                continue
            address = slug(entry.name)
            first = bearers.setdefault(address, entry.name)
            if fold(first) != name:
                self._file.problem(
                    line,
                    Message(
                        "NR-PLAN-035",
                        f"“{first}” và “{entry.name}” trùng địa chỉ trang tác giả “{address}”.",
                    ),
                    f"Thêm mã cho một người: {{tên: {entry.name}, mã: {address}-2}}.",
                )

    def _check_codes(self) -> None:
        """One code on two names is a slip of copying: two people would become one."""
        firsts: dict[str, PersonEntry] = {}
        for entry, line in self._entries:
            if not entry.code:
                continue
            first = firsts.setdefault(slug(entry.code), entry)
            if _forms(first).isdisjoint(_forms(entry)):
                self._file.problem(
                    line,
                    Message(
                        "NR-PLAN-036",
                        f"“{first.name}” và “{entry.name}” cùng mang mã “{entry.code}”.",
                    ),
                    f"Đặt cho “{entry.name}” một mã khác.",
                )

    def of(self, entry: PersonEntry) -> Person:
        """The person an entry means, with every alias that any of their entries gives."""
        return self._people[self._code(entry)]

    @cached_property
    def _people(self) -> dict[str, Person]:
        entries: dict[str, list[PersonEntry]] = defaultdict(list)
        for entry, _ in self._entries:
            entries[self._code(entry)].append(entry)
        return {code: _person(code, mine) for code, mine in entries.items()}

    def _code(self, entry: PersonEntry) -> str:
        """The entry's own code; else that of whoever bears the name, by name or as an alias."""
        if entry.code:
            return slug(entry.code)
        name = fold(entry.name)
        if codes := self._coded[name]:
            return slug(min(codes))
        known = self._by_alias.get(name)
        return slug(known.name if known else entry.name)

    @cached_property
    def _coded(self) -> Mapping[str, set[str]]:
        """The codes of all entries that bear a name, by the folded name."""
        codes: dict[str, set[str]] = defaultdict(set)
        for entry, _ in self._entries:
            for form in _forms(entry) if entry.code else ():
                codes[form].add(entry.code)
        return codes

    @cached_property
    def _by_alias(self) -> Mapping[str, PersonEntry]:
        """Entries without a code by each alias they give: elsewhere it stands for them."""
        return {
            fold(alias): entry
            for entry, _ in reversed(self._entries)
            if not entry.code
            for alias in entry.aliases
            if fold(alias) != fold(entry.name)
        }


def _person(code: str, entries: Sequence[PersonEntry]) -> Person:
    named = next((entry for entry in entries if entry.aliases or entry.code), entries[0])
    others = (name for e in entries for name in (*e.aliases, e.name, e.code))
    aliases = dict.fromkeys(name for name in others if name not in ("", code, named.name))
    emails = dict.fromkeys(email for entry in entries for email in entry.emails)
    return Person(code=code, name=named.name, aliases=tuple(aliases), emails=tuple(emails))


def _lacks_a_bracket(name: str) -> bool:
    return name.count("(") != name.count(")")


def _forms(entry: PersonEntry) -> set[str]:
    return {fold(name) for name in (entry.name, *entry.aliases)}
