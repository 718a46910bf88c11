"""Opens a source: a file, a folder, a zip, a mail, or what stands on standard input."""

import posixpath
from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from ...domain.message import Message
from ...domain.text.vietnamese import size_in_words, slug
from ...intake.content.faults.video_faults import said_of_fault
from ...intake.folder.content_folder import PICTURE_ENDINGS, VIDEO_ENDINGS
from ...intake.folder.scan import TEXT_ENDINGS
from ...media.stripping import fault_of
from ..block import HandedPicture
from ..handed_in.taken_off import TakenOff, Tells
from ..opening.handed_format import HandedFormat, format_of
from ..opening.refusals import refused_format, refused_link
from .file_sets import LARGEST, files_in_archive, files_in_folder
from .handed_source import HandedFile, HandedSource, SourceRefused
from .mail import without_mail

STANDARD_INPUT = "-"
MOST_PICTURES = 100
MAIL_ENDING, ZIP_ENDING = ".eml", ".zip"
# The older ones are read where LibreOffice is there to convert them.
WORD_ENDINGS = (".docx", ".docm", ".dotx", ".doc", ".odt", ".rtf", ".wps")
_OF_OTHERS = (".pdf", ".pages", ".gdoc", ".epub")
_WRITTEN = (*WORD_ENDINGS, MAIL_ENDING, *TEXT_ENDINGS)


def open_source(source: str, typed: bytes = b"", photos: str = "") -> HandedSource:
    """Everything that was handed in. `typed` is what stood on standard input, `photos` a folder.

    Raises SourceRefused.
    """
    if source == STANDARD_INPUT:
        found = HandedSource(text=HandedFile(name="", content=typed))
        if not typed.strip(b"\xef\xbb\xbf \t\r\n\x00"):
            raise SourceRefused(
                Message("NR-FROM-006", "Chưa có chữ nào ở đầu vào. Dán bài vào rồi chạy lại.")
            )
    else:
        found = _opened(Path(source).expanduser(), source)
    beside = files_in_folder(_existing(Path(photos).expanduser(), photos)) if photos else ()
    return _with_files(found, beside)


def _existing(path: Path, typed: str) -> Path:
    if not path.exists():
        raise SourceRefused(
            Message("NR-FROM-007", f"Không có tệp hay thư mục “{typed}”. Xin kiểm tra đường dẫn.")
        )
    return path


def _opened(path: Path, typed: str) -> HandedSource:
    if refused := refused_link(typed):
        raise SourceRefused(str(refused))
    _existing(path, typed)
    try:
        if path.is_dir():
            return _of_files(list(files_in_folder(path)), typed)
        file = HandedFile(name=path.name, content=_read(path))
    except OSError as error:
        raise _unreadable(typed, error) from error
    is_archive = path.suffix.lower() == ZIP_ENDING
    if is_archive and format_of(file.content, file.name) is not HandedFormat.DOCX:
        return _of_files(files_in_archive(file), typed)
    return _of_mail(file) if path.suffix.lower() == MAIL_ENDING else _of_one(file)


def _unreadable(typed: str, error: OSError) -> SourceRefused:
    return SourceRefused(
        Message("NR-FROM-009", f"Không đọc được “{typed}”: {error.strerror or error}.")
    )


def _read(path: Path) -> bytes:
    size = path.stat().st_size
    if size > LARGEST:
        raise SourceRefused(
            Message(
                "NR-FROM-010",
                f"Tệp “{path.name}” nặng {size_in_words(size)}; máy chỉ nhận tới"
                f" {size_in_words(LARGEST)}.",
            )
        )
    return path.read_bytes()


def _of_files(files: list[HandedFile], typed: str) -> HandedSource:
    """The source that a folder or archive is: one of its files holds the text."""
    texts = [file for file in files if file.name.lower().endswith(_WRITTEN)]
    of_word = [file for file in texts if file.name.lower().endswith(WORD_ENDINGS)]
    chosen = of_word or texts
    if len(chosen) != 1:
        raise _no_one_text(chosen, files, typed)
    text = chosen[0]
    rest = [file for file in files if file is not text]
    is_mail = text.name.lower().endswith(MAIL_ENDING)
    return _with_files(_of_mail(text) if is_mail else _of_one(text), rest)


def _no_one_text(chosen: list[HandedFile], files: list[HandedFile], typed: str) -> SourceRefused:
    if chosen:
        names = ", ".join(in_order_of_names(file.name for file in chosen)[:6])
        return SourceRefused(
            Message(
                "NR-FROM-011",
                f"“{typed}” có {len(chosen)} bài: {names}. Mỗi lần một bài: ghi tên tệp ấy sau"
                " --from, còn ảnh thì thêm --photos và tên thư mục.",
            )
        )
    for file in files:
        if file.name.lower().endswith(_OF_OTHERS):
            return SourceRefused(str(refused_format(format_of(file.content, file.name), file.name)))
    return SourceRefused(
        Message(
            "NR-FROM-012",
            f"“{typed}” không có bài nào: cần một tệp .docx, .txt hoặc .md.",
        )
    )


def in_order_of_names(names: Iterable[str]) -> list[str]:
    return sorted(names, key=slug)


def _of_one(file: HandedFile) -> HandedSource:
    return HandedSource(text=file)


def _of_mail(file: HandedFile) -> HandedSource:
    """The source that a saved mail is: its words, or the one file of words attached to it."""
    from .mail_file import parts_of_mail

    words, attached = parts_of_mail(file.content)
    texts = [one for one in attached if one.name.lower().endswith((*WORD_ENDINGS, *TEXT_ENDINGS))]
    if len(texts) > 1:
        raise _no_one_text(texts, attached, file.name)
    if texts:
        rest = [one for one in attached if one is not texts[0]]
        return _with_files(_of_one(texts[0]), rest, of_mail=words)
    return _with_files(
        HandedSource(text=HandedFile(name=file.name, content=words.encode())), attached
    )


def _with_files(
    source: HandedSource, files: Iterable[HandedFile], of_mail: str = ""
) -> HandedSource:
    """The source with these files beside it: pictures and films; what is neither is named."""
    pictures, films, left = [*source.pictures], [*source.films], [*source.left]
    for file in files:
        ending = posixpath.splitext(file.name)[1].lower()
        if ending in PICTURE_ENDINGS:
            pictures.append(HandedPicture(name=file.name, content=file.content))
        elif ending in VIDEO_ENDINGS and (fault := _fault_of_film(file)):
            left.append(f"Video “{file.name}” để lại: {fault}")
        elif ending in VIDEO_ENDINGS and films:
            left.append(f"Video “{file.name}” để lại: mỗi bài một video.")
        elif ending in VIDEO_ENDINGS:
            films.append(file)
        else:
            left.append(_left(file.name, ending))
    words, around = without_mail(of_mail)
    if shown := " ".join(words.split()):
        left.append(f"Lời trong thư để lại, bài lấy từ tệp đính kèm: “{shown[:300]}”")
    if len(pictures) > MOST_PICTURES:
        raise SourceRefused(
            Message(
                "NR-FROM-013",
                f"Có {len(pictures)} ảnh; một bài nhận nhiều nhất {MOST_PICTURES}. Xin chọn những"
                " ảnh đẹp nhất rồi đưa lại.",
            )
        )
    ordered = in_order_of_names(picture.name for picture in pictures)
    return HandedSource(
        text=source.text,
        pictures=tuple(sorted(pictures, key=lambda one: ordered.index(one.name))),
        films=tuple(films),
        left=tuple(left),
        around=(*source.around, *(_without_title(one) for one in around)),
    )


def _without_title(one: TakenOff) -> TakenOff:
    """The fact of a mail: its subject is no headline of what is attached."""
    return replace(one, tells=Tells.NOTHING) if one.tells is Tells.TITLE else one


def _fault_of_film(file: HandedFile) -> str:
    """The words on a film that cannot be shown; empty for a good one."""
    fault = fault_of(BytesIO(file.content), posixpath.splitext(file.name)[1].lower())
    return " ".join(said_of_fault(fault, file.name)) if fault else ""


def _left(name: str, ending: str) -> str:
    if ending in (".mov", ".avi", ".mkv", ".3gp", ".wmv"):
        return f"Tệp “{name}” để lại: video xuất thành .mp4 rồi đặt cạnh bài."
    if ending in (".pdf", ".xlsx", ".xls", ".pptx", ".ppt", ".doc", ".docx", ".txt", ".md"):
        return f"Tệp “{name}” để lại: muốn đính kèm thì đặt cạnh bài rồi thêm liên kết."
    return f"Tệp “{name}” để lại: không phải ảnh, video hay bài."
