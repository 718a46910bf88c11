"""The remarks on a sending: what it does, and what it leaves alone and why."""

from collections.abc import Iterable, Iterator, Sequence

from ..buildtools.terminal import printed_briefly
from ..domain.message import Message
from .host_list import ON_HOST, ListState
from .sending import Sending, Steps

# As many as a screen can show.
_NAMED = 8


def lines_of(todo: Steps) -> Iterable[str]:
    """The lines that a dry run prints."""
    yield from (f"gửi {path}" for path in todo.send)
    yield from (f"xóa {path}" for path in todo.delete)


def remarks(todo: Sending) -> Iterator[str]:
    """The remarks on a host's list and on files that are left alone."""
    if todo.there.state is ListState.BROKEN:
        yield Message(
            "NR-DEPLOY-031",
            f"Danh sách {ON_HOST} trên máy chủ hỏng, nên máy không tin gì ở đó: gửi lại cả trang,"
            " và chỉ xóa những gì trang này tự biết là của mình.",
        ).with_id
    if todo.there.rejected:
        yield from _counted(
            Message(
                "NR-DEPLOY-032",
                f"Danh sách {ON_HOST} trên máy chủ có {len(todo.there.rejected)} mục không hợp lệ;"
                " máy bỏ qua, không xóa gì theo các mục ấy:",
            ),
            todo.there.rejected,
        )
    if todo.kept:
        yield from _counted(
            Message(
                "NR-DEPLOY-033",
                f"Để yên {len(todo.kept)} tệp trên máy chủ: danh sách ghi là của trang, nhưng nội"
                " dung không phải thứ trang đã gửi. Nếu đúng là của trang thì xóa tay:",
            ),
            tuple(f"“{printed_briefly(path)}”" for path in todo.kept),
        )


def remarks_on_branch(rejected: Sequence[str]) -> Iterator[str]:
    """The same of a branch of git, which the site has for itself."""
    if rejected:
        yield from _counted(
            Message(
                "NR-DEPLOY-034",
                f"Nhánh trên GitHub có {len(rejected)} tệp mang tên mà trang không bao giờ đặt. Lần"
                " đăng này thay cả nhánh, nên chúng chỉ còn trong lịch sử của git:",
            ),
            rejected,
        )


def obstacle(todo: Sending) -> str:
    """The message, with the remedy, where links kept files from being sent or deleted."""
    if not todo.blocked:
        return ""
    lines = _counted(
        Message(
            "NR-DEPLOY-035",
            f"Chưa gửi hoặc chưa xóa được {len(todo.blocked)} tệp: trên máy chủ, chỗ của thư mục là"
            " một liên kết dẫn đi nơi khác, và máy không ghi, không xóa gì qua liên kết. Hỏi ai đã"
            " đặt nó, xóa liên kết ấy trên máy chủ rồi chạy lại lệnh:",
        ),
        tuple(f"“{printed_briefly(link)}”" for link in sorted(set(todo.blocked.values()))),
    )
    return "\n".join(lines)


def _counted(head: Message, names: Sequence[str]) -> Iterator[str]:
    yield head.with_id
    yield from (f"    - {name}" for name in names[:_NAMED])
    if len(names) > _NAMED:
        yield f"    … và {len(names) - _NAMED} nữa"
