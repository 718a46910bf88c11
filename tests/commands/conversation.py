"""Somebody at a terminal: answers given in advance, and everything that was said."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from newsroom.commands.writing.asking import Talk


@dataclass
class Visitor:
    """Answers one question after another; leaves (end of input) when there are no more."""

    answers: Iterable[str | BaseException]
    heard: list[str] = field(default_factory=list)

    def __post_init__(self):
        self.left = list(self.answers)

    @property
    def talk(self):
        return Talk(ask=self.ask, say=self.heard.append)

    @property
    def said(self):
        return "\n".join(self.heard)

    def ask(self, question):
        self.heard.append(question)
        if not self.left:
            raise EOFError
        answer = self.left.pop(0)
        if isinstance(answer, BaseException):
            raise answer
        return answer
