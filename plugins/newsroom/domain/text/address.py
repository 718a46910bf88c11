"""An address that somebody typed or pasted: its fault, if it leads nowhere, and what was meant.

One judgement for every place where an address stands: in a text, a header, the school file.
"""

import re
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from ..message import Message

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_LINE_ENDS = re.compile(r"[\t\r\n]")
_BLANKS = re.compile(r"\s+")
# As fingers type http and https, and what they type behind it.
_WEB = re.compile(
    r"(?P<word>h+t+p+s*|ttps?|hptts?|htts)(?P<sign>\s*[:;：]?\s*[/\\／]*\s*)", re.IGNORECASE
)
_SIGN_OF_WEB = re.compile(r"\s*[:;：]\s*[/\\／]*\s*|\s*[/\\／]{2,}\s*")
_OF_A_DISK = re.compile(
    r"file:|/?[a-z]:[\\/]|\\\\|~/|%userprofile%"
    r"|/(?:users|home|volumes|mnt/[a-z]|media|storage/emulated|sdcard|private/var|tmp)/",
    re.IGNORECASE,
)
_HOST_WITHOUT_SCHEME = re.compile(r"(?:localhost|[\w-]+(?:\.[\w-]+)+):\d+(?:/|$)", re.IGNORECASE)
_NOT_IN_A_HOST = re.compile(r"[\s<>\"{}|\\^`%,;!*'()&=+$~]")
# Names that the machines of one home or school give each other.
_OF_THE_HOUSE = ("localhost", "local", "lan", "internal", "localdomain", "home", "corp", "intranet")
_MAIL = re.compile(r"[^\s@,;/]+@[^\s@,;./]+(?:\.[^\s@,;./]+)+", re.IGNORECASE)
_PHONE = re.compile(r"\+?[\d\s().;=a-z*#/-]*", re.IGNORECASE)
_NUMBER = re.compile(r"0x[0-9a-f]*|\d+", re.IGNORECASE)


class AddressFault(NamedTuple):
    """A fault of an address: what is wrong, what to do, and the address to type if that is known.

    `is_read` if what was meant is beyond doubt, so that a page can show the right one.
    """

    message: Message
    remedy: str
    right: str = ""
    is_read: bool = False


NO_ADDRESS = AddressFault(
    Message("NR-LINK-004", "Liên kết chưa có địa chỉ."), "Ghi địa chỉ, hoặc bỏ liên kết đi."
)

NOT_UNDERSTOOD = AddressFault(
    Message("NR-LINK-005", "Địa chỉ ở đây không dùng được."), "Chép lại đường liên kết."
)


def normal(address: str) -> str:
    """The address as browsers read it: without blanks around it, its scheme in small letters.

    >>> normal(" HTTPS://Vidu.example/A "), normal("Mailto:a@b.example"), normal("tel:0912 345 678")
    ('https://Vidu.example/A', 'mailto:a@b.example', 'tel:0912345678')
    """
    plain = _LINE_ENDS.sub("", address.strip())
    scheme, colon, rest = plain.partition(":")
    if not colon or scheme.lower() not in SCHEMES:
        return plain
    rest = _BLANKS.sub("", rest) if scheme.lower() == "tel" else rest
    return f"{scheme.lower()}:{rest}"


def fault_of_address(address: str) -> AddressFault | None:
    """The fault of an address; None for a good one.

    None too for what names something of the site itself: a file, a page, a place in the text.
    """
    plain = normal(address)
    shown = plain if len(plain) <= 80 else f"{plain[:79]}…"
    if plain in ("", "#"):
        return NO_ADDRESS
    if not plain.isprintable():
        return AddressFault(
            Message("NR-LINK-006", f"Địa chỉ “{_printed(shown)}” có ký tự không nhìn thấy."),
            "Chép lại đường liên kết.",
        )
    if _OF_A_DISK.match(plain):
        name = re.split(r"[\\/]", plain.rstrip("\\/"))[-1]
        return AddressFault(
            Message(
                "NR-LINK-007",
                f"“{shown}” là tệp trên máy của riêng người viết; người đọc không mở được.",
            ),
            f"Chép tệp ấy vào cạnh bài rồi ghi tên tệp, ví dụ  {name or 'tep.pdf'} .",
        )
    if right := _mended(plain):
        return AddressFault(
            Message("NR-LINK-008", f"Địa chỉ “{shown}” gõ sai ở đầu."),
            "Chép lại đường liên kết.",
            right,
        )
    found = _SCHEME.match(plain)
    scheme = found[1] if found else ""
    if scheme in ("http", "https") or plain.startswith("//"):
        return _fault_on_the_web(plain, shown)
    if _HOST_WITHOUT_SCHEME.match(plain):
        return fault_of_address(f"http://{plain}") or AddressFault(
            Message("NR-LINK-009", f"Địa chỉ “{shown}” thiếu https:// ở đầu."),
            "Chép lại đường liên kết.",
            f"https://{plain}",
        )
    if scheme == "mailto":
        return _fault_of_mail(plain, shown)
    if scheme == "tel":
        return _fault_of_phone(plain, shown)
    if not scheme:
        return None
    return AddressFault(
        Message("NR-LINK-010", f"Địa chỉ “{shown}” không dùng được trên trang."),
        "Đặt tệp hoặc ảnh cạnh bài rồi ghi tên tệp; liên kết thì bắt đầu bằng https://.",
    )


def _printed(text: str) -> str:
    return "".join(letter if letter.isprintable() else "�" for letter in text)


def _mended(plain: str) -> str:
    """A web address as it was meant; empty for one whose beginning is right, and for no such.

    >>> _mended("https//vidu.example"), _mended("http:\\\\\\\\vidu.example"), _mended("https.pdf")
    ('https://vidu.example', 'http://vidu.example', '')
    """
    found = _WEB.match(plain)
    if not found or not _SIGN_OF_WEB.fullmatch(found["sign"]):
        return ""
    word, rest = found["word"].lower(), plain[found.end() :]
    if not rest:
        return ""
    if (again := _WEB.match(rest)) and _SIGN_OF_WEB.fullmatch(again["sign"]):
        return _mended(rest) or rest
    is_right = word in ("http", "https") and found["sign"] == "://"
    return "" if is_right else f"http{'s' if 's' in word else ''}://{rest}"


def _fault_on_the_web(plain: str, shown: str) -> AddressFault | None:
    again = "Chép lại đường liên kết."
    try:
        parts = urlsplit(plain)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return AddressFault(Message("NR-LINK-011", f"Không hiểu địa chỉ “{shown}”."), again)
    if not host:
        return AddressFault(Message("NR-LINK-012", f"Địa chỉ “{shown}” thiếu tên trang."), again)
    if "@" in parts.netloc:
        right = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
        return AddressFault(
            Message("NR-LINK-013", f"Địa chỉ “{shown}” có tên đăng nhập ở trước."), again, right
        )
    if fault := _fault_of_port(parts, shown):
        return fault
    is_no_name = _NOT_IN_A_HOST.search(host) or ".." in host or host[0] == "."
    if ":" not in host and (is_no_name or (_is_number(host) and not _dotted(host))):
        first = re.split(r"[\s\"<>]", plain)[0]
        right = "" if first == plain or fault_of_address(first) else first
        return AddressFault(
            Message("NR-LINK-014", f"Địa chỉ “{shown}” có tên trang viết sai."), again, right
        )
    if _is_of_the_house(host):
        return AddressFault(
            Message(
                "NR-LINK-015",
                f"Địa chỉ “{shown}” chỉ mở được trên máy hoặc trong mạng của người viết.",
            ),
            "Ghi địa chỉ mà mọi người mở được; bài của trang này thì ghi tên tệp, ví dụ  bai.md .",
        )
    if _BLANKS.search(plain) or "\\" in plain:
        right = _BLANKS.sub("%20", plain).replace("\\", "/")
        return AddressFault(
            Message("NR-LINK-016", f"Địa chỉ “{shown}” có dấu cách hoặc dấu \\ ở giữa."),
            again,
            right,
            is_read=True,
        )
    return None


def _fault_of_port(parts: SplitResult, shown: str) -> AddressFault | None:
    try:
        port = parts.port
    except ValueError:
        port = 0
    if port != 0:
        return None
    host, _, typed = parts.netloc.rpartition(":")
    return AddressFault(
        Message("NR-LINK-017", f"Địa chỉ “{shown}” có số cổng “:{typed}” không đúng."),
        "Bỏ phần ấy đi, hoặc chép lại đường liên kết.",
        parts._replace(netloc=host).geturl(),
    )


def _is_of_the_house(host: str) -> bool:
    """True where only machines nearby find it: without a dot, under a private name or number."""
    if ":" in host:
        return not _is_global(host.partition("%")[0])
    if _is_number(host):
        return not _is_global(_dotted(host))
    last = host.rpartition(".")[2]
    return "." not in host or last in _OF_THE_HOUSE or host.endswith(".home.arpa")


def _is_number(host: str) -> bool:
    return bool(_NUMBER.fullmatch(host.rpartition(".")[2]))


def _is_global(number: str) -> bool:
    from ipaddress import ip_address

    try:
        return ip_address(number).is_global
    except ValueError:
        return False


def _dotted(host: str) -> str:
    """An IPv4 address as browsers read it: 127.1, 2130706433 and 0x7f.0.0.1 are all 127.0.0.1.

    Empty for what is none.
    """
    try:
        parts = [int(p, 16 if p[:2].lower() == "0x" else 8 if p[0] == "0" and p[1:] else 10)
                 for p in host.split(".")]  # fmt: skip
    except (ValueError, IndexError):
        return ""
    *first, last = parts
    if len(parts) > 4 or any(part > 255 for part in first) or last >= 256 ** (5 - len(parts)):
        return ""
    whole = sum(part << 8 * (3 - n) for n, part in enumerate(first)) + last
    return ".".join(str(whole >> shift & 255) for shift in (24, 16, 8, 0))


def _fault_of_mail(plain: str, shown: str) -> AddressFault | None:
    written = plain.removeprefix("mailto:").partition("?")[0]
    to = re.split(r"[,;]", re.sub("%40", "@", written))
    if all(_MAIL.fullmatch(one.strip()) for one in to):
        return None
    meant = written.lstrip("/ ").replace(" ", "")
    return AddressFault(
        Message("NR-LINK-018", f"“{shown}” không phải là một địa chỉ thư."),
        "Ghi đủ, ví dụ  mailto:van-thu@truong.example .",
        f"mailto:{meant}" if _MAIL.fullmatch(meant) else "",
    )


def _fault_of_phone(plain: str, shown: str) -> AddressFault | None:
    written = plain.removeprefix("tel:")
    if sum(letter.isdigit() for letter in written) >= 3 and _PHONE.fullmatch(written):
        return None
    return AddressFault(
        Message("NR-LINK-019", f"“{shown}” không phải là một số điện thoại."),
        "Ghi đủ số, ví dụ  tel:02003123456 .",
    )
