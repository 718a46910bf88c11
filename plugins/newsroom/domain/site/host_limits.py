"""The most that a host takes: a file's size, and how many files. Asked by check, doctor, deploy."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from .article_record import ArticleRecord

# The remedy for a file that a host does not take.
SMALLER = "Nén nhỏ lại, chia thành vài tệp, hoặc để ở kho dùng chung rồi ghi liên kết."

MIB = 1024 * 1024
# The sizes in which a photo of a phone goes out.
RENDITIONS = 3


@dataclass(frozen=True, kw_only=True)
class RedirectLimit:
    """The most that a host reads of a file of redirects: rules, and bytes."""

    rules: int
    largest_file: int


@dataclass(frozen=True, kw_only=True)
class HostLimit:
    """The limits of a service: the largest file in bytes, and the number of files (None: any).

    `redirects` is what it takes of redirects of its own; None where it knows none.
    """

    service: str
    largest: int | None = None
    said: str = ""
    most_files: int | None = None
    redirects: RedirectLimit | None = None

    def takes_fewer_than(self, files: int) -> bool:
        return self.most_files is not None and files > self.most_files


# developers.cloudflare.com/pages/platform/limits (free plan).
CLOUDFLARE = HostLimit(
    service="Cloudflare Pages",
    largest=25 * MIB,
    said="25 MiB",
    most_files=20_000,
    # developers.cloudflare.com/pages/configuration/redirects; for the bytes none is told.
    redirects=RedirectLimit(rules=2_000, largest_file=1_000_000),
)
# docs.github.com, “About large files on GitHub”: the push of a larger one is refused.
GITHUB = HostLimit(service="GitHub", largest=100 * MIB, said="100 MiB")
# docs.gitlab.com, “GitLab Pages redirects”, as an instance has it unless it says otherwise.
GITLAB = HostLimit(
    service="GitLab Pages", redirects=RedirectLimit(rules=1_000, largest_file=64_000)
)
# docs.netlify.com/manage/routing/redirects/overview tells of none below 10,000 rules.
NETLIFY = HostLimit(
    service="Netlify", redirects=RedirectLimit(rules=10_000, largest_file=1_000_000)
)
# Those that do not take every file.
ALL = (CLOUDFLARE, GITHUB)
# Where nobody says which of them it is, the lowest of their limits holds.
REDIRECT_FILE = RedirectLimit(rules=1_000, largest_file=64_000)
# By the name that DEPLOY has for it.
SERVICES: Mapping[str, HostLimit] = {
    "cloudflare": CLOUDFLARE,
    "github": GITHUB,
    "gitlab": GITLAB,
    "netlify": NETLIFY,
}
# A server of the school's own, by the ways to it: it takes what its disk takes.
OWN_SERVERS = frozenset({"ftp", "sftp", "rsync"})


@dataclass(frozen=True, kw_only=True)
class Excess:
    """A file that is larger than a host takes, or (without one) more files than it takes."""

    limit: HostLimit
    path: str = ""
    size: int = 0
    files: int = 0


def limits_of(way: str, service: str = "") -> tuple[HostLimit, ...]:
    """The limits of one way to deploy, as far as it tells where the site goes."""
    limit = SERVICES.get(service or way)
    return (limit,) if limit else ()


def ways_of(blocks: object) -> list[tuple[str, str]]:
    """The ways to deploy of a block DEPLOY, each with the service that it names."""
    if not isinstance(blocks, dict):
        return []
    return [
        (str(way), str(block.get("service", "")) if isinstance(block, dict) else "")
        for way, block in blocks.items()
    ]


def own_redirects(ways: Collection[tuple[str, str]]) -> RedirectLimit | None:
    """The redirects that every host of a site takes; None where one of them knows none.

    A server of the school's own may be any program.
    """
    limits = [
        limit.redirects if (limit := SERVICES.get(service or way)) else None
        for way, service in ways
    ]
    known = [limit for limit in limits if limit]
    if not known or len(known) < len(limits):
        return None
    return min(known, key=lambda limit: limit.rules)


def possible_limits(ways: Collection[tuple[str, str]]) -> tuple[HostLimit, ...]:
    """The limits that a site may meet, from the ways (and services) that its settings know.

    Where they know none, or a folder to be uploaded by hand, any of them.
    """
    known = {limit for way, service in ways for limit in limits_of(way, service)}
    untold = not ways or any(not limits_of(*one) and one[0] not in OWN_SERVERS for one in ways)
    return tuple(limit for limit in ALL if untold or limit in known)


def excesses(sizes: Mapping[str, int], limits: Collection[HostLimit]) -> Iterator[Excess]:
    """The excesses of these files, by path, over any of the limits."""
    for limit in limits:
        if limit.takes_fewer_than(len(sizes)):
            yield Excess(limit=limit, files=len(sizes))
        for path, size in sizes.items():
            if limit.largest is not None and size > limit.largest:
                yield Excess(limit=limit, path=path, size=size)


def estimated_files(shown: Iterable[ArticleRecord]) -> int:
    """About how many files an edition with these items has, said without making it.

    Their pages, attachments and pictures; lists and feeds are few beside them.
    """
    shown = tuple(shown)
    pictures = {path for record in shown for path in record.pictures}
    shared = sum(bool(record.shared) for record in shown)
    files = {path for record in shown for path in record.files}
    return len(shown) + RENDITIONS * len(pictures) + shared + len(files)
