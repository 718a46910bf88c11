"""Questions in the terminal, and what an answer means."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Generic, TypeVar

from ...domain.message import Message, UserFacingError
from ...domain.text.vietnamese import clean, fold_key
from ...intake.header.lines import split_names

V = TypeVar("V")
_YES = frozenset({"", "c", "co", "dung", "u", "y", "yes", "ok"})
# A longer list would push the question off the screen; its people can still be named.
_MOST_SHOWN = 40
_FEW = 12
_UNREADABLE = Message("NR-NEW-001", "Có chữ máy không đọc được. Xin gõ lại bằng Unicode.")


class Misread(UserFacingError):
    """An answer that cannot be taken; the message says why and what to do."""


@dataclass(frozen=True, kw_only=True)
class Talk:
    """A conversation: `ask` shows a question and returns the line typed, `say` shows a line.

    `ask` raises EOFError or KeyboardInterrupt where the user leaves.
    """

    ask: Callable[[str], str]
    say: Callable[[str], None]

    def answer(self, question: str) -> str:
        while True:
            try:
                return readable(self.ask(question))
            except UnicodeDecodeError:
                self.say(f"  {_UNREADABLE.with_id}")
            except Misread as error:
                self.say(f"  {error}")

    def agrees(self, question: str) -> bool:
        return fold_key(self.answer(f"  {question} [C/k] ")) in _YES

    def until_right(self, question: str, read: Callable[[str], V]) -> V:
        """Ask until `read` makes something of the answer; it raises Misread for all else."""
        while True:
            try:
                return read(self.answer(question))
            except Misread as error:
                self.say(f"  {error}")


def in_the_terminal() -> Talk:
    """A conversation with whoever sits before the terminal."""
    with suppress(ImportError):
        # Where it is there, the line can be edited while it is typed.
        import readline  # noqa: F401
    return Talk(ask=input, say=print)


def readable(typed: str) -> str:
    """The typed words, in one clean line. Raises Misread for bytes that are no text."""
    try:
        typed.encode()
    except UnicodeEncodeError:
        raise Misread(_UNREADABLE) from None
    return " ".join(clean(typed).split())


@dataclass(frozen=True, kw_only=True)
class Choice(Generic[V]):
    """One thing to choose, with how it is called and a word about it."""

    value: V
    name: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Menu(Generic[V]):
    """The menu of a question: what it offers, and how an answer finds it.

    `find` gives everything of that name, `nearest` the name most like it, `why_not` what is to be
    said of a name that is known but cannot be chosen. `codes` tell namesakes apart.
    """

    what: str
    choices: tuple[Choice[V], ...]
    find: Callable[[str], Sequence[V]]
    nearest: Callable[[str], str | None]
    code: Callable[[V], str]
    why_not: Callable[[str], str] = lambda name: ""
    takes_several: bool = False

    def lines(self) -> list[str]:
        """The numbered choices, as the question shows them."""
        shown = [
            f"  {number:>2}. {choice.name}" + (f" – {choice.note}" if choice.note else "")
            for number, choice in enumerate(self.choices[:_MOST_SHOWN], 1)
        ]
        rest = len(self.choices) - len(shown)
        return shown + [f"      … và {rest} {self.what} khác: xin gõ tên."] * (rest > 0)

    def from_options(self, text: str) -> tuple[V, ...]:
        """Reads an option. Numbers are no names: they change with the plan. Raises Misread."""
        return self._read(text, lambda name: None, None)

    def from_answer(self, text: str, agrees: Callable[[str], bool]) -> tuple[V, ...]:
        """Reads an answer: values by number or name; `agrees` is asked of a near miss.

        Raises Misread.
        """
        return self._read(text, self._numbered, agrees)

    def _read(
        self,
        text: str,
        numbered: Callable[[str], V | None],
        agrees: Callable[[str], bool] | None,
    ) -> tuple[V, ...]:
        def is_known(name: str) -> bool:
            return numbered(name) is not None or bool(self.find(name))

        names = split_names(text, is_known) if self.takes_several else [text] * bool(text)
        found: dict[str, V] = {}
        for name in names:
            number = numbered(name)
            value = number if number is not None else self._named(name, agrees)
            found.setdefault(self.code(value), value)
        if not found:
            raise Misread(Message("NR-NEW-002", f"Xin chọn {self.what}."))
        return tuple(found.values())

    def _numbered(self, name: str) -> V | None:
        number = int(name) if name.isascii() and name.isdecimal() and len(name) < 5 else 0
        return self.choices[number - 1].value if 0 < number <= len(self.choices) else None

    def _named(self, name: str, agrees: Callable[[str], bool] | None) -> V:
        found = self.find(name)
        if not found and (why_not := self.why_not(name)):
            raise Misread(why_not)
        like = None if found else self.nearest(name)
        if like and agrees and agrees(f"Không có {self.what} “{name}”. Có phải là “{like}”?"):
            found = self.find(like)
        if len(found) > 1:
            codes = " hoặc ".join(self.code(value) for value in found)
            raise Misread(
                Message(
                    "NR-NEW-003", f"Có nhiều {self.what} tên “{like or name}”. Xin ghi mã: {codes}."
                )
            )
        if not found:
            hint = f"Có phải là “{like}”?" if like and not agrees else self._remedy()
            raise Misread(Message("NR-NEW-004", f"Không có {self.what} “{name}”. {hint}"))
        return found[0]

    def _remedy(self) -> str:
        if len(self.choices) > _FEW:
            return f"Xin kiểm tra tên, hoặc nhờ thêm {self.what} này vào kế hoạch."
        return f"Xin chọn một trong: {', '.join(choice.name for choice in self.choices)}."
