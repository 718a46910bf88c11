"""Advice on links of “được đăng” and “gửi” that lead elsewhere than to the office they name."""

from collections.abc import Iterator, Sequence

from ...domain.content.content_item import Article
from ...domain.message import Message
from ...domain.plan.portal import place_of
from ...domain.plan.school import ParentOffice
from ...domain.problem import Level, Problem
from ...domain.site.publication import Evaluation
from ...vocabulary.plan_files import PLAN_FILES
from ...vocabulary.words import shown

SCHOOL_FILE = "truong.yaml"
_KEY = shown(PLAN_FILES["OfficeEntry"], "portals")


def unshown_links(evaluation: Evaluation) -> Iterator[Problem]:
    """A piece of advice at each line whose link stays out of every page and paper."""
    newsroom = evaluation.newsroom
    for record in newsroom.articles:
        if not record.has_unshown:
            continue
        item = newsroom.read(record.path)
        for dispatch in item.submissions if isinstance(item, Article) else ():
            if dispatch.link and not dispatch.shown_link:
                message, hint = link_advice(
                    dispatch.link, dispatch.office, newsroom.label(SCHOOL_FILE)
                )
                label = newsroom.label(record.path)
                yield Problem(label, dispatch.line, message, hint, Level.ADVICE)


def link_advice(link: str, office: ParentOffice, school_file: str) -> tuple[Message, str]:
    """Why a link is not shown, and the line to add where it is the office's after all."""
    where = ", ".join(office.portals)
    message = (
        Message(
            "NR-LINK-020",
            f"Liên kết “{link}” không hiện trên trang: nó không dẫn tới {_KEY} của"
            f" {office.name} ({where}).",
        )
        if where
        else Message(
            "NR-LINK-021",
            f"Liên kết “{link}” không hiện trên trang: {office.name} chưa có {_KEY}.",
        )
    )
    place = place_of(link)
    if place is None:
        return message, (
            "Chép lại nguyên địa chỉ trang đã đăng, không thêm chữ nào và không có “@” trước tên"
            " miền. Lần đăng vẫn được tính."
        )
    scheme = link.partition(":")[0]
    port = "" if place.is_default_port else f":{place.port}"
    added = _line((*office.portals, f"{scheme}://{place.host}{port}"))
    return message, (
        f"Đúng là trang của nơi ấy thì nhờ Tổng biên tập ghi vào mục “{office.name}” trong"
        f" {school_file}:  {added}  ; không đúng thì bỏ liên kết. Lần đăng vẫn được tính."
    )


def _line(portals: Sequence[str]) -> str:
    return f"{_KEY}: {portals[0]}" if len(portals) == 1 else f"{_KEY}: [{', '.join(portals)}]"
