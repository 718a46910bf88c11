"""The topics that a plan sets out to tell, and when. Requirement N10 (S1, II.4)."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Topic:
    """A topic of the plan (chủ đề): what is to be told, in which months, by whom, to whom, how.

    `months` are numbers of months (1 to 12), each once, of every year of the plan. `groups` are
    codes; none means the whole school. `audience` (đối tượng) and `form` (hình thức) are the plan's
    own words. `categories` are codes.
    """

    code: str
    name: str
    months: tuple[int, ...]
    groups: tuple[str, ...] = ()
    audience: str = ""
    form: str = ""
    categories: tuple[str, ...] = ()
    source: str = ""

    @property
    def aliases(self) -> tuple[str, ...]:
        return ()

    def is_for(self, groups: frozenset[str]) -> bool:
        """True where one of these groups (codes) is to write about it."""
        return not self.groups or not groups.isdisjoint(self.groups)
