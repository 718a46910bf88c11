"""A film as the page of its article shows it. Requirement K2 (S1)."""

from typing import NamedTuple

from ...domain.site.article_record import ArticleRecord
from ..build.site import Site
from .files import FileLink, file_link

# YouTube's own address for players that set no cookie before the film is started.
PLAYERS = "https://www.youtube-nocookie.com"


class VideoView(NamedTuple):
    """A film: of YouTube with its `player`, a `file` of ours with its `type`, or only a link."""

    title: str
    link: str
    host: str
    player: str
    file: FileLink | None
    type: str


def video_view(article: ArticleRecord, site: Site) -> VideoView | None:
    film = article.video
    if film is None:
        return None
    file = file_link(film.file, site) if film.file else None
    return VideoView(
        title=article.title,
        link=film.link,
        host=film.host,
        player=f"{PLAYERS}/embed/{film.youtube}?autoplay=1" if film.youtube else "",
        file=file,
        type=f"video/{file.url.rpartition('.')[2]}" if file else "",
    )
