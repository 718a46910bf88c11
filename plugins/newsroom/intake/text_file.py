"""Bytes that somebody saved, as text."""

import codecs

from ..domain.vietnamese import size_in_words

_BOMS = {
    codecs.BOM_UTF16_LE: ("utf-16", "UTF-16"),
    codecs.BOM_UTF16_BE: ("utf-16", "UTF-16"),
}
# In bytes; a novel has fewer.
LARGEST = 1_000_000
HOW_TO_SAVE = (
    "Mở tệp bằng Notepad hoặc VS Code, chọn “Save as / Lưu thành”, mục Encoding chọn UTF-8."
)


class UnreadableText(Exception):
    """The bytes are not UTF-8. `guess` is the text as far as it can be read, for looking only."""

    def __init__(self, reason: str, hint: str, guess: str = "") -> None:
        super().__init__(reason)
        self.reason, self.hint, self.guess = reason, hint, guess


def decode(content: bytes) -> str:
    """The text of a file, without byte order marks, line ends as `\\n`.

    Raises UnreadableText with a message for the writer. UTF-16 and windows-1258 are never
    guessed into the site: a wrong guess would publish broken words.
    """
    if not content or content.isspace():
        raise UnreadableText("Tệp rỗng.", "Viết nội dung vào tệp, hoặc xóa tệp đi.")
    if len(content) > LARGEST:
        raise UnreadableText(
            f"Tệp nặng {size_in_words(len(content))}; máy chỉ nhận tới {size_in_words(LARGEST)}.",
            "Ảnh dán thẳng vào chữ thì lưu thành tệp riêng; bài quá dài thì chia ra, hoặc đính kèm"
            " tệp PDF.",
            content[:LARGEST].decode("utf-8", errors="replace"),
        )
    for mark, (codec, name) in _BOMS.items():
        if content.startswith(mark):
            guess = content.decode(codec, errors="replace")
            raise UnreadableText(f"Tệp lưu bằng mã {name}, không phải UTF-8.", HOW_TO_SAVE, guess)
    if b"\x00" in content:
        raise UnreadableText(
            "Tệp không phải là văn bản (có thể là ảnh hoặc tệp Word đổi đuôi).",
            "Chép chữ trong tệp gốc vào một tệp .md mới.",
        )
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        guess = content.decode("cp1258", errors="replace")
        line = content[: error.start].count(b"\n") + 1
        raise UnreadableText(
            f"Chữ ở dòng {line} không phải mã UTF-8 (có thể là windows-1258, VNI hay TCVN3).",
            HOW_TO_SAVE,
            guess,
        ) from None
    text = text.lstrip("\ufeff")
    # Most files have none; one letter is found much faster than two.
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
