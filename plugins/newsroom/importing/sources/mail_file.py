"""A saved mail (.eml): its words and the files attached to it."""

from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import default
from html.parser import HTMLParser

from ...domain.text.vietnamese import clean
from .handed_source import HandedFile

_BLOCKS = frozenset({"p", "div", "br", "tr", "li", "h1", "h2", "h3", "blockquote"})
_SHOWN = ("From", "Subject", "Date")


def parts_of_mail(content: bytes) -> tuple[str, list[HandedFile]]:
    """The words of a mail with sender, subject and day above them, and what is attached."""
    mail = message_from_bytes(content, policy=default)
    assert isinstance(mail, EmailMessage)
    body = mail.get_body(preferencelist=("plain", "html"))
    words = _words(body) if body else ""
    head = "\n".join(
        f"{name}: {' '.join(str(mail[name]).split())}" for name in _SHOWN if mail[name]
    )
    attached = [
        HandedFile(name=clean(part.get_filename() or "").replace("/", "_"), content=_bytes(part))
        for part in mail.walk()
        if isinstance(part, EmailMessage) and part is not body and part.get_filename()
    ]
    return f"{head}\n\n{words}", attached


def _bytes(part: MIMEPart) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _words(part: MIMEPart) -> str:
    try:
        words = str(part.get_content())
    except (LookupError, UnicodeError):
        words = _bytes(part).decode("utf-8", errors="replace")
    if part.get_content_type() == "text/html":
        reader = _Words()
        reader.feed(words)
        reader.close()
        words = "".join(reader.words)
    return words.replace("\r\n", "\n")


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("style", "script", "head"):
            self.hidden += 1
        elif tag in _BLOCKS:
            self.words.append("\n\n" if tag == "p" else "\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("style", "script", "head"):
            self.hidden -= 1
        elif tag == "p":
            self.words.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words.append(" ".join(data.split("\n")))
