"""Reads an item of any kind: header, text, decisions, what it shows, seal."""

import posixpath
import re

from ...buildtools.time_limit import TookTooLong, no_longer_than
from ...domain.content.content_item import Body, ContentKind, Reference, ReferenceKind
from ...domain.content.seal import seal
from ...domain.message import Message
from ...domain.problem import Level, Problem
from ...domain.text.characters import needs_mending
from ...vocabulary.fields.article_fields import ArticleField
from ...vocabulary.fields.declaration import HeaderField
from ...vocabulary.fields.document_fields import DocumentField
from ...vocabulary.fields.shared_fields import SharedField
from ...vocabulary.header import field_named
from ..folder.content_folder import ContentFolder
from ..folder.name_checks import SHORTER, check_slug
from ..folder.scan import kind_of
from ..header.addresses import read_former_addresses
from ..header.decisions.decision_reader import read_decisions
from ..header.files import check_attached, read_attached
from ..header.gallery import read_gallery
from ..header.header import read_header
from ..header.lines import decision_lines
from ..header.slips import about_unused
from ..header.video import check_video, read_video
from ..text.body import read_body
from ..text.checks.character_checks import invisible_in_names
from ..text.checks.text_shape import unfenced
from ..text.targets import explain_missing, resolve
from ..text.text_file import UnreadableText, read_text
from .faults.image_faults import problem_of
from .faults.sample_faults import sample_problems_of
from .faults.unfilled_faults import unfilled_problems
from .item_file import ItemFile

_NO_TITLE = Message("NR-HEADER-004", "Bài chưa có tiêu đề.")
_NO_ABSTRACT = Message("NR-HEADER-005", "Văn bản chưa có trích yếu.")

# Of a document the seal covers these words too, as they are typed, in this order.
SEALED_OF_DOCUMENT: tuple[HeaderField, ...] = (
    *(DocumentField.NUMBER, DocumentField.TYPE, DocumentField.ISSUER),
    *(SharedField.DATE, DocumentField.SIGNER),
)


# In seconds of the processor's time; ten thousand articles of the usual kind take five.
LONGEST = 20
# A folder's name holds 255 bytes on every disk, and some hosts add to it.
LONGEST_SLUG = 240


def read_item(path: str, folder: ContentFolder, site_url: str = "") -> ItemFile:
    """Read one file of the site at `site_url`. What is wrong with it is in its problems."""
    file = read_words(path, folder, site_url)
    if not file.is_readable:
        return file
    _check_pictures(file, folder)
    check_attached(file, folder)
    check_video(file, folder)
    file.fingerprint = seal(
        file.header.text(SharedField.TITLE),
        _sealed_summary(file),
        file.header.body,
        map(folder.digest, file.pictures),
        map(folder.digest, file.attachments),
        _sealed_video(file, folder),
    )
    return file


def _sealed_summary(file: ItemFile) -> str:
    """The summary; of a document what stands on the paper beside its abstract."""
    if file.kind is not ContentKind.DOCUMENT:
        return file.header.text(ArticleField.SUMMARY)
    return "\n".join(file.header.text(name) for name in SEALED_OF_DOCUMENT)


def _sealed_video(file: ItemFile, folder: ContentFolder) -> str | bytes:
    if file.video is None:
        return ""
    return folder.digest(file.video.file) if file.video.file else file.video.link


def read_words(path: str, folder: ContentFolder, site_url: str = "") -> ItemFile:
    """The same, but its pictures are neither looked at nor sealed."""
    try:
        with no_longer_than(LONGEST):
            return _read_words(path, folder, site_url)
    except TookTooLong:
        label = folder.label(path)
        problem = Problem(
            label,
            1,
            Message("NR-TEXT-016", f"Máy đọc bài này quá {LONGEST} giây mà chưa xong."),
            "Tìm chỗ có hàng nghìn dấu lạ như [ ] * ` < > và bỏ đi; bài quá dài thì chia ra.",
        )
        header = read_header("", label, kind_of(path))
        return ItemFile(
            path=path, label=label, header=header, problems=[problem], is_readable=False
        )


def _read_words(path: str, folder: ContentFolder, site_url: str) -> ItemFile:
    label = folder.label(path)
    try:
        text, of_characters, legacy = read_text(folder.read(path), label)
        _refuse_fenced(text)
    except UnreadableText as error:
        # The guess tells whose article it is and whether it was approved; it is never shown.
        header = read_header(error.guess, label, kind_of(path))
        problem = Problem(label, error.line, error.reason, error.hint)
        file = ItemFile(path=path, label=label, header=header, problems=[problem])
        file.is_readable = False
        file.decisions = read_decisions(file)
        # What a guess says of its lines hides that the file has to be saved anew.
        del file.problems[1:]
        return file
    header = read_header(text, label, kind_of(path))
    file = ItemFile(path=path, label=label, header=header, problems=of_characters)
    if needs_mending(text):
        lines = text.split("\n")
        file.problems += invisible_in_names(lines, header.entries, header.body_line, label)
    file.problems += (problem for problem in header.problems if problem.line not in legacy)
    file.decisions = read_decisions(file)
    _advise_on_unused(file)
    _check_name(file)
    file.body, problems = read_body(header.body, path, header.body_line, folder, site_url)
    file.problems += problems
    file.problems += unfilled_problems(header, label)
    file.problems += sample_problems_of(header, label, site_url)
    for line, key in decision_lines(header.body, header.body_line):
        file.problems.append(
            Problem(
                label,
                line,
                Message(
                    "NR-HEADER-006", f"Dòng “{key}:” nằm dưới phần đầu bài nên không có hiệu lực."
                ),
                "Chuyển dòng này lên phần đầu bài, trên dòng ---; nếu là lời văn thì viết khác đi.",
            )
        )
    is_document = file.kind is ContentKind.DOCUMENT
    is_told = header.nearly(SharedField.TITLE) or (
        header.is_absent and file.kind is not ContentKind.PAGE
    )
    if not header.text(SharedField.TITLE) and not is_told:
        heading = re.match(r"\s*#+ +(.+)", header.body)
        title = heading[1].strip() if heading else "…"
        file.problem(
            None,
            _NO_ABSTRACT if is_document else _NO_TITLE,
            f"Thêm dòng  {file.key_of(SharedField.TITLE)}: {title}  vào đầu bài.",
        )
    # A document may be its file alone; what is written below is only a note.
    if not is_document and (not header.body.strip() or _is_blank(file.body)):
        hint = "Viết nội dung dưới dòng --- thứ hai"
        if "<!--" in header.body:
            hint += "; chữ nằm giữa <!-- và --> là lời nhắc, không lên trang"
        file.problem(None, Message("NR-TEXT-017", "Bài chưa có nội dung."), f"{hint}.")
        file.has_text = False
    _read_cover(file, folder)
    file.gallery = read_gallery(file, folder)
    file.attached = tuple(read_attached(file, folder))
    file.video = read_video(file, folder)
    file.former_addresses = read_former_addresses(file, site_url)
    return file


def _advise_on_unused(file: ItemFile) -> None:
    """Note each line of its header that items of another kind have."""
    for entry in file.header.entries:
        field = field_named(entry.field)
        if field and file.kind not in field.carried_by:
            file.problem(entry, *about_unused(field, file.kind), Level.ADVICE)


def _refuse_fenced(text: str) -> None:
    """Raises UnreadableText for a file that stands in a fence, as programs hand out texts."""
    if text.lstrip()[:3] in ("```", "~~~") and (found := unfenced(text)):
        inner, end = found
        raise UnreadableText(
            Message(
                "NR-FILE-014", "Cả tệp nằm trong khung mã ```, nên máy không thấy phần đầu bài."
            ),
            f"Xóa dòng ``` ở đầu tệp và ở dòng {end}, để dòng --- đứng đầu.",
            inner,
        )


def _is_blank(body: Body) -> bool:
    """True where nothing of a text is left on the page: only comments, or what is not allowed."""
    return bool(body.parts) and not any(isinstance(p, Reference) or p.strip() for p in body.parts)


def _check_name(file: ItemFile) -> None:
    name = posixpath.basename(file.path)
    if name.startswith("."):
        file.problem(
            None,
            Message(
                "NR-FILE-015",
                f"Tên tệp “{name}” bắt đầu bằng dấu chấm: nhiều máy giấu đi, không ai thấy bài.",
            ),
            "Đổi tên tệp, ví dụ hoi-thi-viet-chu-dep.md.",
        )
        return
    stem, ending = posixpath.splitext(name)
    if ending != ".md":
        file.problem(
            None,
            Message("NR-FILE-016", f"Tệp bài phải có đuôi .md, không phải {ending}."),
            f"Đổi tên tệp thành {stem}.md.",
        )
    if not file.slug:
        file.problem(
            None,
            Message("NR-FILE-017", f"Không đặt được địa chỉ từ tên tệp “{name}”."),
            "Đổi tên tệp: chữ không dấu.",
        )
    if len(file.slug) > LONGEST_SLUG:
        file.problem(
            file.header.first(SharedField.SLUG),
            Message(
                "NR-FILE-018",
                f"Địa chỉ của bài dài {len(file.slug)} chữ; máy chủ chỉ nhận tới {LONGEST_SLUG}.",
            ),
            SHORTER,
        )
    else:
        check_slug(file)


def _read_cover(file: ItemFile, folder: ContentFolder) -> None:
    entry = file.header.first(ArticleField.COVER)
    if entry is None or not entry.value:
        return
    found: Reference | None = resolve(entry.value, file.path, folder)
    if found and found.kind is ReferenceKind.PICTURE:
        file.cover = found.target
    else:
        file.problem(entry, *explain_missing(entry.value, file.path, folder))


def _check_pictures(file: ItemFile, folder: ContentFolder) -> None:
    lines = {r.target: r.line for r in reversed(list(file.body.references))}
    for picture in file.pictures:
        if fault := folder.look(picture).fault:
            of_header = ArticleField.COVER if picture == file.cover else ArticleField.GALLERY
            line = lines.get(picture) or file.header.line(of_header)
            file.problems.append(problem_of(fault, picture, file.label, line))
