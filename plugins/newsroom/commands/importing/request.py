"""A call of `import`, as it was typed."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class ImportRequest:
    """The kind of the old site, its export, and the options.

    `files` is a folder or zip of its uploads. `shows_pictures` and `counts` go into the decision.
    """

    kind: str
    source: str
    files: str = ""
    by: str = ""
    accepts_all: bool = False
    is_dry: bool = False
    may_fetch: bool = False
    shows_pictures: bool = False
    counts: bool = False

    @property
    def command(self) -> str:
        """The line to type again."""
        words = ["python3 tasks.py import", self.kind, _quoted(self.source)]
        for option, value in (("--files", self.files), ("--by", self.by)):
            words += [option, _quoted(value)] if value else []
        switches = (
            ("--yes", self.accepts_all),
            ("--fetch", self.may_fetch),
            ("--old-pictures", self.shows_pictures),
            ("--count", self.counts),
        )
        return " ".join([*words, *(switch for switch, is_on in switches if is_on)])


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value
