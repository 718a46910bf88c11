"""A video that goes with an article (video). Requirement K2 (S1)."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

_BLANK = re.compile(r"\s")
_ID = re.compile(r"[\w-]{11}")
_HOSTS = frozenset({"youtube.com", "m.youtube.com", "youtube-nocookie.com", "music.youtube.com"})
_FOLDERS = frozenset({"embed", "shorts", "live", "v"})
# Where the pages of other sites are videos: youtube.com is told by its codes.
_VIDEO_PAGE = re.compile(
    r"vimeo\.com/\d|tiktok\.com/@[^/]+/video/|fb\.watch/|dailymotion\.com/video/"
    r"|(?:m\.|web\.)?facebook\.com/(?:watch|reel/|share/[rv]/|[^/]+/videos/)"
)
_ALONE = re.compile(
    r"(?:(?:video|phim|clip)\s*:)?\s*<?((?:https?://)?[^\s<>]+?)>?[.,;]?", re.IGNORECASE
)


@dataclass(frozen=True, kw_only=True)
class Video:
    """The place of the video: a file of the content folder, or a page of another site.

    `youtube` is its code there, where that site is YouTube: such a video can be shown in the page.
    """

    file: str = ""
    link: str = ""
    youtube: str = ""

    @property
    def host(self) -> str:
        """The site on which a linked video is seen: phim.example."""
        return (urlsplit(self.link).hostname or "").removeprefix("www.")


def video_at(address: str) -> Video | None:
    """The video at a whole web address; None for what is no such address."""
    try:
        parts = urlsplit(address)
        has_host = bool(parts.hostname)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not has_host or _BLANK.search(address):
        return None
    code = _youtube_code(parts.netloc.lower().removeprefix("www."), parts.path, parts.query)
    if not code:
        return Video(link=address)
    return Video(link=f"https://www.youtube.com/watch?v={code}", youtube=code)


def video_alone(line: str) -> Video | None:
    """The video whose address is all that a line of text holds; None for any other line.

    >>> video_alone("Video: https://youtu.be/aqz-KE-bpKQ").link
    'https://www.youtube.com/watch?v=aqz-KE-bpKQ'
    """
    found = _ALONE.fullmatch(line.strip())
    if not found or "/" not in found[1]:
        return None
    address = found[1] if "://" in found[1] else f"https://{found[1]}"
    video = video_at(address)
    page = re.sub(r"^https?://(?:www\.)?", "", address)
    return video if video and (video.youtube or _VIDEO_PAGE.match(page)) else None


def _youtube_code(host: str, path: str, query: str) -> str:
    folders = path.strip("/").split("/")
    if host == "youtu.be":
        found = folders[0]
    elif host not in _HOSTS:
        found = ""
    elif folders[0] == "watch":
        found = parse_qs(query).get("v", [""])[0]
    else:
        found = folders[1] if folders[0] in _FOLDERS and len(folders) > 1 else ""
    return found if _ID.fullmatch(found) else ""
