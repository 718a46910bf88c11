"""The pictures of a source: each once and well named, in the text or a gallery; the cover."""

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ...domain.text.vietnamese import slug
from ...images.image_file import Look, look, opened
from ...intake.content.faults.image_faults import problem_of
from ..block import HandedPicture
from .picture_places import picture_named

GALLERY = "bo-anh"
# In pixels: a cover is shown 1,600 wide, a picture of the text 700.
_WIDE_ENOUGH, _SMALL, _LANDSCAPE = 600, 400, 1.15
# More would take seconds to be decoded, only to be compared.
_MOST_COMPARED = 60_000_000
_COVERS = frozenset(
    {"bia", "cover", "anh-bia", "anh-dai-dien", "dai-dien", "hinh-bia", "thumbnail"}
)
_ENDINGS = {
    "JPEG": ".jpg", "MPO": ".jpg", "PNG": ".png", "WEBP": ".webp", "GIF": ".gif", "HEIF": ".heic",
    "AVIF": ".avif", "BMP": ".bmp", "TIFF": ".tif",
}  # fmt: skip


@dataclass(kw_only=True)
class _Seen:
    picture: HandedPicture
    look: Look
    digest: str

    @property
    def is_wide(self) -> bool:
        return self.look.width >= _WIDE_ENOUGH and self.look.width >= _LANDSCAPE * self.look.height


@dataclass(frozen=True, kw_only=True)
class KeptPictures:
    """The pictures that can be used, each once: those of the text in its order, then the others.

    `same` gives for the name of a picture that is there twice the name of the one that is kept.
    `notes` are sentences on what was left and what is small.
    """

    in_text: tuple[_Seen, ...]
    beside: tuple[_Seen, ...]
    same: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PlacedPictures:
    """The places of pictures: `addresses` by the names handed in, `files` by their paths.

    The paths begin at the folder in which the article stands; the addresses are as its text has
    them, for what lies in the folder named like it the name alone. `cover` and `gallery` are
    values of its header, empty where there is none.
    """

    addresses: Mapping[str, str]
    files: Mapping[str, bytes]
    cover: str = ""
    gallery: str = ""


def kept_pictures(
    embedded: Sequence[HandedPicture],
    beside: Sequence[HandedPicture],
    shown: Sequence[str],
    before: Sequence[str] = (),
) -> KeptPictures:
    """The pictures that can be used.

    `shown` are the names in the text, in its order, `before` those in all that was handed in: what
    went with a letterhead or a signature is a mark of the school or a name by hand.
    """
    gone = {one.name for one in embedded if one.name in before and one.name not in shown}
    notes = [f"Ảnh “{name}” nằm trong phần đã bỏ (tiêu ngữ, chữ ký): để lại." for name in gone]
    embedded = [one for one in embedded if one.name not in gone]
    seen: list[_Seen] = []
    same: dict[str, str] = {}
    order = {name: place for place, name in reversed(list(enumerate(shown)))}
    inside = {picture.name for picture in embedded}
    # Word calls its pictures image1.jpg; one beside may be called so too.
    apart = (
        replace(one, name=f"{one.name} (kèm theo)") if one.name in inside else one for one in beside
    )
    everyone = [*embedded, *apart]
    for picture in sorted(everyone, key=lambda one: order.get(one.name, len(order) + 1)):
        glance = look(picture.content)
        if glance.fault:
            problem = problem_of(glance.fault, picture.name, "", 1)
            notes.append(f"{problem.message} {problem.hint}")
            continue
        one = _Seen(
            picture=picture, look=glance, digest=hashlib.sha256(picture.content).hexdigest()
        )
        twin = next((other for other in seen if _are_same(one, other)), None)
        if twin:
            same[picture.name] = twin.picture.name
            notes.append(f"Ảnh “{picture.name}” trùng với “{twin.picture.name}”: chỉ giữ một.")
            continue
        if max(glance.width, glance.height) < _SMALL:
            notes.append(
                f"Ảnh “{picture.name}” nhỏ ({glance.width} × {glance.height} điểm), lên trang sẽ"
                " mờ: có ảnh gốc thì thay vào."
            )
        seen.append(one)
    named = {*order} | {same[name] for name in order if name in same}
    return KeptPictures(
        in_text=tuple(one for one in seen if one.picture.name in named),
        beside=tuple(one for one in seen if one.picture.name not in named),
        same=same,
        notes=tuple(notes),
    )


def _are_same(one: _Seen, other: _Seen) -> bool:
    """True for the same bytes, or the same picture to the last pixel."""
    if one.digest == other.digest:
        return True
    size = one.look.width * one.look.height
    return one.look == other.look and size <= _MOST_COMPARED and _pixels(one) == _pixels(other)


def _pixels(one: _Seen) -> bytes:
    from PIL import ImageOps

    try:
        with opened(one.picture.content) as picture:
            upright = ImageOps.exif_transpose(picture) or picture
            return hashlib.sha256(upright.convert("RGB").tobytes()).digest()
    except Exception:
        # Readers raise nearly everything; what cannot be decoded is the same as nothing.
        return one.digest.encode()


def placed(
    kept: KeptPictures, stem: str, wanted: str = "", beside: Collection[str] = ()
) -> PlacedPictures:
    """Every picture in the folder named like the article, and its name in the text's order.

    `wanted` is the picture that the source itself names as its cover; `beside` are the names of
    the files beside the article, for which a bare name would be taken first.
    """
    cover = _cover(kept, wanted)
    addresses: dict[str, str] = {}
    files: dict[str, bytes] = {}
    has_gallery = any(one is not cover for one in kept.beside)
    for number, one in enumerate(_in_order(kept, cover), 1):
        is_in_gallery = one in kept.beside and one is not cover
        folder = f"{stem}/{GALLERY}" if is_in_gallery else stem
        name = f"{_short(stem)}-{number:02}{_ending(one.picture.content)}"
        is_plain = folder == stem and name not in beside
        addresses[one.picture.name] = name if is_plain else f"{folder}/{name}"
        files[f"{folder}/{name}"] = one.picture.content
    for name, kept_as in kept.same.items():
        if kept_as in addresses:
            addresses[name] = addresses[kept_as]
    return PlacedPictures(
        addresses=addresses,
        files=files,
        cover=addresses[cover.picture.name] if cover else "",
        gallery=f"{stem}/{GALLERY}/" if has_gallery else "",
    )


def _in_order(kept: KeptPictures, cover: _Seen | None) -> Iterator[_Seen]:
    if cover and cover in kept.beside:
        yield cover
    yield from kept.in_text
    yield from (one for one in kept.beside if one is not cover)


def _cover(kept: KeptPictures, wanted: str) -> _Seen | None:
    """The picture that is called so; else the first landscape that is wide enough."""
    every = (*kept.in_text, *kept.beside)
    meant = picture_named(wanted, [one.picture.name for one in every]) if wanted else None
    if meant:
        return next(one for one in every if one.picture.name == meant)
    named = (one for one in every if _stem(one.picture.name) in _COVERS)
    wide = (one for one in every if one.is_wide)
    return next(named, None) or next(wide, None)


def _stem(name: str) -> str:
    return slug(re.sub(r"\.[^.]*$", "", name.rpartition("/")[2]))


def _short(stem: str) -> str:
    """The beginning of the article's name, whole words of about thirty letters."""
    return stem if len(stem) <= 30 else stem[:31].rpartition("-")[0] or stem[:30]


def _ending(content: bytes) -> str:
    with opened(content) as picture:
        return _ENDINGS.get(str(picture.format), ".jpg")
