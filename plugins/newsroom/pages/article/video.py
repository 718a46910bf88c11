"""A video as the page of its article shows it. Requirement K2 (S1)."""

from typing import NamedTuple

from ...domain.site.article_record import ArticleRecord
from ..build.site import Site
from .files import FileLink, file_link

# YouTube's own address for players that set no cookie before the video is started.
PLAYERS = "https://www.youtube-nocookie.com"


class VideoView(NamedTuple):
    """A video: of YouTube with its `player`, a `file` of ours with its `type`, or only a link."""

    title: str
    link: str
    host: str
    player: str
    file: FileLink | None
    type: str


def video_view(article: ArticleRecord, site: Site) -> VideoView | None:
    video = article.video
    if video is None:
        return None
    file = file_link(video.file, site) if video.file else None
    return VideoView(
        title=article.title,
        link=video.link,
        host=video.host,
        player=f"{PLAYERS}/embed/{video.youtube}?autoplay=1" if video.youtube else "",
        file=file,
        type=f"video/{file.url.rpartition('.')[2]}" if file else "",
    )
