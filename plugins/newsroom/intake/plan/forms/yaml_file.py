"""YAML as people write it, checked against a form, every problem with its line.

Scalars stay text: YAML's own types turn `no` into False and `012` into 10. Aliases are refused;
nobody needs them here and they are how a small file becomes a large one.
"""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, get_args

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from ....domain.message import Message
from ....domain.names.register import nearest
from ....domain.problem import Problem
from ....domain.text.characters import CharacterKind, name_of, odd_characters
from ....domain.text.vietnamese import clean
from ....domain.unfilled import UnfilledPlace, asked_by_value, within
from ....vocabulary.plan_files import PLAN_FILES
from ....vocabulary.words import all_words, lookup, shown
from .form_types import as_typed
from .quoting import with_quotes

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# A value that is still to be filled in: it counts as not written.
_UNFILLED = object()


class YamlForm(BaseModel):
    """The fields that a mapping of a file must hold, in English; PLAN_FILES has their keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


F = TypeVar("F", bound=YamlForm)
Lines = dict[tuple[int | str, ...], int]


class YamlFile:
    """One YAML file: its content, the line of every value, and what is wrong with it.

    `unfilled` are the places that somebody has still to fill in: read as if nothing stood there.
    """

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines: Lines = {(): 1}
        self.problems: list[Problem] = []
        self.unfilled: list[UnfilledPlace] = []
        self.root: yaml.Node | None = None
        try:
            if any(isinstance(e, yaml.events.AliasEvent) for e in yaml.parse(text, _LOADER)):
                self.problem(
                    1,
                    Message("NR-FORM-007", "Tệp dùng dấu & và * của YAML."),
                    "Chép lại nội dung, bỏ dấu đó.",
                )
                return
            self.root = yaml.compose(text, _LOADER)
        except (yaml.YAMLError, RecursionError) as error:
            mark = getattr(error, "problem_mark", None)
            quoted = with_quotes(text, mark.line) if mark else ""
            self.problem(
                mark.line + 1 if mark else 1,
                Message("NR-FORM-008", "Dòng này (hoặc dòng ngay trên) viết sai dạng."),
                f"Giá trị có dấu hai chấm thì đặt trong ngoặc kép. Ghi:  {quoted}"
                if quoted
                else "Kiểm tra: sau dấu hai chấm có một dấu cách; lùi dòng bằng dấu cách, không"
                " dùng phím Tab; giá trị có dấu hai chấm thì đặt trong ngoặc kép.",
            )

    def read(self, form: type[F]) -> F | None:
        """The file as one mapping of that form; None where a problem stands in the way."""
        return self._validated(form, self.root, ())

    def read_numbered_list(self, form: type[F]) -> list[tuple[int, F]]:
        """The file as a list of mappings of that form, each with its place among all entries.

        Broken entries are left out.
        """
        if not isinstance(self.root, yaml.SequenceNode):
            if not self.problems:
                self.problem(
                    1,
                    Message("NR-FORM-009", "Tệp phải là một danh sách."),
                    "Mỗi mục bắt đầu bằng “- ”.",
                )
            return []
        read = ((n, self._validated(form, node, (n,))) for n, node in enumerate(self.root.value))
        return [(n, entry) for n, entry in read if entry is not None]

    def line(self, *place: int | str) -> int:
        """The line of a value, or of the nearest thing around it."""
        while place not in self.lines:
            place = place[:-1]
        return self.lines[place]

    @property
    def lines_by_place(self) -> dict[str, int]:
        """The line of every value, by its place in one word: “quotas.2.who”."""
        return {".".join(map(str, place)): line for place, line in self.lines.items() if place}

    def _validated(
        self, form: type[F], node: yaml.Node | None, place: tuple[int | str, ...]
    ) -> F | None:
        if node is None:
            if not self.problems:
                self.problem(
                    1,
                    Message("NR-FORM-010", "Tệp không có nội dung."),
                    "Xem mẫu trong docs/huong-dan/truong-va-ke-hoach.md.",
                )
            return None
        before = len(self.problems)
        try:
            plain = self._plain(node, form, place)
            read = form.model_validate(plain)
        except RecursionError:
            self.problem(
                1, Message("NR-FORM-011", "Tệp lồng nhau quá sâu."), "Xem mẫu và viết lại cho gọn."
            )
            return None
        except ValidationError as error:
            for fault in error.errors():
                self._report(form, fault, place)
            return None
        return read if len(self.problems) == before else None

    def _plain(
        self, node: yaml.Node, form: type[YamlForm] | None, place: tuple[int | str, ...]
    ) -> Any:
        """The node as dicts, lists and strings, with the form's English keys."""
        self.lines[place] = node.start_mark.line + 1
        if isinstance(node, yaml.ScalarNode):
            words = "" if node.value in ("~", "null") and not node.style else self._words(node)
            if asked := asked_by_value(words):
                line, named = self.lines[place], ".".join(map(str, place))
                one = UnfilledPlace(path=self.path, line=line, place=named, asked=asked)
                self.unfilled.append(one)
                return _UNFILLED
            return words
        if isinstance(node, yaml.SequenceNode):
            items = self._items(node, form, place)
            return [item for item in items if item != ""] if form is None else items
        return self._filled(dict(self._fields(node, form, place)), form, place) if form else {}

    def _items(
        self, node: yaml.SequenceNode, form: type[YamlForm] | None, place: tuple[int | str, ...]
    ) -> list[Any]:
        """The entries that say anything; the places of these alone are counted."""
        items: list[Any] = []
        for item in node.value:
            plain = self._plain(item, form, (*place, len(items)))
            if plain is not _UNFILLED:
                items.append(plain)
                continue
            gone = (*place, len(items))
            for known in [known for known in self.lines if known[: len(gone)] == gone]:
                del self.lines[known]
        return items

    def _filled(
        self, fields: dict[str, Any], form: type[YamlForm], place: tuple[int | str, ...]
    ) -> Any:
        """The fields that are filled in; no entry at all where one lacks that it cannot do without.

        What has a short name goes by that until its name is filled in.
        """
        waiting = {name for name, value in fields.items() if value is _UNFILLED}
        filled = {name: value for name, value in fields.items() if name not in waiting}
        if "name" in waiting and filled.get("short_name"):
            filled["name"] = filled["short_name"]
        lacks = {
            name for name in waiting if name not in filled and form.model_fields[name].is_required()
        }
        if lacks and place:
            return _UNFILLED
        return {**filled, **dict.fromkeys(lacks, "")}

    def waits_for(self, *place: int | str) -> bool:
        """True where a value, or one within it, is still to be filled in."""
        return bool(within(self.unfilled, *place))

    def _words(self, node: yaml.ScalarNode) -> str:
        """A value; between double quotes it can spell characters that the file does not hold."""
        for odd in odd_characters(node.value):
            if odd.kind is not CharacterKind.PRIVATE:
                self.problem(
                    node.start_mark.line + 1,
                    Message(
                        "NR-FORM-012",
                        f"Giá trị ở dòng này ghi {name_of(odd.character)}, ký tự không lên trang"
                        " được.",
                    ),
                    "Bỏ mã có dấu \\\\ trong ngoặc kép đi, gõ thẳng chữ cần viết.",
                )
                break
        return clean(node.value).strip()

    def _fields(
        self, node: yaml.Node, form: type[YamlForm], place: tuple[int | str, ...]
    ) -> Iterator[tuple[str, Any]]:
        words = PLAN_FILES[form.__name__]
        seen: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            typed = key.value if isinstance(key.value, str) else "?"
            name = lookup(words, typed)
            if name is None:
                like = lookup(words, nearest(typed, all_words(words)) or "")
                self.problem(
                    line,
                    Message("NR-FORM-013", f"Không có khóa “{typed}” ở đây."),
                    f"Có phải là “{shown(words, like)}”?"
                    if like
                    else f"Các khóa dùng được: {', '.join(shown(words, n) for n in words)}.",
                )
            elif name in seen:
                self.problem(
                    line,
                    Message(
                        "NR-FORM-014", f"Khóa “{typed}” ghi hai lần (lần đầu ở dòng {seen[name]})."
                    ),
                    "Giữ lại một.",
                )
            else:
                seen[name] = line
                nested = _form_within(form.model_fields[name].annotation)
                yield name, self._plain(value, nested, (*place, name))
                self.lines[(*place, name)] = line

    def _report(
        self, form: type[YamlForm], fault: Mapping[str, Any], place: tuple[int | str, ...]
    ) -> None:
        loc = tuple(part for part in fault["loc"] if isinstance(part, int) or part.islower())
        line = self.line(*place, *loc)
        if fault["type"] == "missing":
            words = PLAN_FILES[_form_at(form, loc[:-1]).__name__]
            key = shown(words, str(loc[-1]))
            self.problem(
                line, Message("NR-FORM-015", f"Thiếu khóa “{key}”."), f"Thêm dòng  {key}: …"
            )
        elif fault["type"] == "newsroom":
            context = fault["ctx"]
            self.problem(line, context["message"], context["hint"])
        else:
            self.problem(
                line,
                Message(
                    "NR-FORM-016", f"Giá trị “{as_typed(fault.get('input'))[:40]}” không đúng dạng."
                ),
                self._listed(form, loc, fault)
                or "Xem cách ghi khóa này trong docs/huong-dan/truong-va-ke-hoach.md.",
            )

    def _listed(self, form: type[F], loc: tuple[int | str, ...], fault: Mapping[str, Any]) -> str:
        """The line as it should be where one text stands for a list of names."""
        if fault["type"] not in ("tuple_type", "list_type") or not isinstance(fault["input"], str):
            return ""
        key = shown(PLAN_FILES[_form_at(form, loc[:-1]).__name__], str(loc[-1]))
        return f"Đặt trong ngoặc vuông, cách nhau bằng dấu phẩy. Ghi:  {key}: [{fault['input']}]"

    def problem(self, line: int, message: Message, hint: str) -> None:
        self.problems.append(Problem(self.path, line, message, hint))


def _form_within(annotation: Any) -> type[YamlForm] | None:
    """The form that a field's type holds, as in tuple[GroupEntry, ...]."""
    if isinstance(annotation, type) and issubclass(annotation, YamlForm):
        return annotation
    return next((form for part in get_args(annotation) if (form := _form_within(part))), None)


def _form_at(form: type[YamlForm], place: tuple[int | str, ...]) -> type[YamlForm]:
    for part in place:
        if isinstance(part, str) and part in form.model_fields:
            form = _form_within(form.model_fields[part].annotation) or form
    return form
