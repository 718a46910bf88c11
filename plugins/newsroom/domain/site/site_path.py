"""A path of the site as somebody else tells it: a claim, until it is held against this rule."""

# In bytes: what every file system and every FTP server takes.
LONGEST_PATH, LONGEST_NAME = 1_000, 255


def path_fault(path: object) -> str:
    """The reason, in Vietnamese, why a path cannot name a file below a folder; empty if it can.

    Such a path is relative, normal, with `/`, and the same on every system: no drive, no stream
    of NTFS, nothing that Windows would strip, nothing that is not seen.
    """
    if not isinstance(path, str):
        return "không phải là chữ"
    if not path:
        return "để trống"
    if not path.isprintable():
        return "có ký tự điều khiển hoặc ký tự ẩn"
    names = path.split("/")
    if len(path.encode()) > LONGEST_PATH or any(len(n.encode()) > LONGEST_NAME for n in names):
        return "quá dài"
    if "\\" in path:
        return "có dấu gạch chéo ngược"
    if ":" in path:
        return "có dấu hai chấm, như tên ổ đĩa"
    if path.startswith("/"):
        return "là đường dẫn tuyệt đối"
    if ".." in names:
        return "dẫn ra ngoài thư mục của trang"
    if "" in names or "." in names:
        return "không phải là tên của một tệp"
    if any(name.endswith((".", " ")) or name.startswith(" ") for name in names):
        return "có tên bắt đầu hay kết thúc bằng dấu cách, hoặc kết thúc bằng dấu chấm"
    return ""


def folders_of(path: str) -> tuple[str, ...]:
    """The folders in which a path lies, the outermost first.

    >>> folders_of("tin-bai/2026/a.html")
    ('tin-bai', 'tin-bai/2026')
    """
    names = path.split("/")[:-1]
    return tuple("/".join(names[: n + 1]) for n in range(len(names)))
