"""Small videos that a browser plays, made of pictures by Pillow, with what the tests plant in them.

A still picture in AVIF is one picture of an AV1 video, one in WebP one of a VP8 video.
"""

import io
import struct

from PIL import Image

COLOURS = ((200, 30, 30), (30, 200, 30), (30, 30, 200))
SIDE = 64
PLACE = b"+21.0285+105.8542/"
# 20 November 2026, in seconds since 1904.
RECORDED = 3878064000


def box(kind: bytes, *parts: bytes) -> bytes:
    content = b"".join(parts)
    return struct.pack(">I4s", 8 + len(content), kind) + content


def full(kind: bytes, *parts: bytes, version: int = 0, flags: int = 0) -> bytes:
    return box(kind, struct.pack(">I", version << 24 | flags), *parts)


def place_box() -> bytes:
    """As Android phones write where they are."""
    return box(b"\xa9xyz", struct.pack(">HH", len(PLACE), 0x15C7), PLACE)


def apple_place() -> bytes:
    """As iPhones write where they are."""
    key = b"com.apple.quicktime.location.ISO6709"
    return full(
        b"meta",
        full(b"hdlr", bytes(4), b"mdta", bytes(13)),
        full(b"keys", struct.pack(">II4s", 1, 8 + len(key), b"mdta"), key),
        box(b"ilst", box(struct.pack(">I", 1), box(b"data", struct.pack(">II", 1, 0), PLACE))),
    )


def xmp_box() -> bytes:
    """As Adobe's programs write whose it is."""
    code = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
    return box(
        b"uuid",
        code,
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/'
        b'22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" '
        b'dc:source="Co Mau Lan"/></rdf:RDF></x:xmpmeta>',
    )


def _av1() -> tuple[list[bytes], bytes]:
    """The pictures, and the box that says how to decode them."""
    made = []
    for colour in COLOURS:
        out = io.BytesIO()
        Image.new("RGB", (SIDE, SIDE), colour).save(out, "AVIF", subsampling="4:2:0")
        made.append(out.getvalue())
    at = made[0].index(b"av1C") - 4
    described = made[0][at : at + int.from_bytes(made[0][at : at + 4], "big")]
    return [content[content.index(b"mdat") + 4 :] for content in made], described


MATRIX = struct.pack(">9I", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)


def track(
    number: int,
    handler: bytes,
    entry: bytes,
    sizes: list[int],
    offset: int,
    *extra: bytes,
    media: bytes = b"",
    tables: tuple[bytes, ...] = (),
) -> bytes:
    """A track whose samples lie one behind the other at an offset of the file, a second each."""
    count = len(sizes)
    length = 1000 * max(count, 1)
    table = box(
        b"stbl",
        full(b"stsd", struct.pack(">I", 1), entry),
        full(b"stts", struct.pack(">III", 1, count, 1000) if count else bytes(4)),
        *(
            tables
            or (
                full(b"stsc", struct.pack(">IIII", 1, 1, count, 1) if count else bytes(4)),
                full(b"stsz", struct.pack(f">II{count}I", 0, count, *sizes)),
                full(b"stco", struct.pack(">II", 1, offset) if count else bytes(4)),
            )
        ),
    )
    head = full(b"vmhd", bytes(8), flags=1) if handler == b"vide" else full(b"nmhd")
    return box(
        b"trak",
        full(b"tkhd", struct.pack(">5I8xHHHH", RECORDED, RECORDED, number, 0, length, 0, 0, 0, 0),
             MATRIX, struct.pack(">II", SIDE << 16, SIDE << 16), flags=3),
        *extra,
        box(
            b"mdia",
            full(b"mdhd", struct.pack(">IIIIHH", RECORDED, RECORDED, 1000, length, 0x55C4, 0)),
            full(b"hdlr", bytes(4), handler, bytes(12), b"lop-4A/phim.mov\0"),
            box(b"minf", head, media or box(b"dinf", _HERE), table),
        ),
    )  # fmt: skip


_HERE = full(b"dref", struct.pack(">I", 1), full(b"url ", flags=1))


def entry_of(kind: bytes, *inside: bytes, name: bytes = b"Dien thoai Mau") -> bytes:
    """The description of the pictures of a track."""
    said = bytes([len(name)]) + name.ljust(31, b"\0")
    return box(
        kind,
        struct.pack(">6xH4x4s8xHHIIIH", 1, b"MAUZ", SIDE, SIDE, 0x480000, 0x480000, 0, 1),
        said,
        struct.pack(">Hh", 24, -1),
        *inside,
    )


def camera_places() -> list[bytes]:
    """The places of a camera, second by second, as Google's Camera Motion Metadata has it."""
    return [struct.pack("<HHddd", 0, 5, 21.0285 + n / 1000, 105.8542, 12.0) for n in range(3)]


def mp4(
    *,
    moov: tuple[bytes, ...] = (),
    trak: tuple[bytes, ...] = (),
    before: tuple[bytes, ...] = (),
    behind: bytes = b"",
    places: list[bytes] | None = None,
    moov_first: bool = True,
    kind: bytes = b"av01",
    brand: bytes = b"isom",
    slack: bytes = b"",
    media: bytes = b"",
    drop: int = 0,
) -> bytes:
    """A video of three seconds. `places` are the samples of a second track that tells them."""
    pictures, described = _av1()
    placed = places or []
    payload = b"".join(pictures) + slack + b"".join(placed)
    top = box(b"ftyp", brand, bytes(4), b"isomiso6av01mp41")
    start = b"".join((top, *before))

    def movie(at: int) -> bytes:
        second = at + len(payload) - sum(map(len, placed))
        tracks = [
            track(1, b"vide", entry_of(kind, described), [*map(len, pictures)], at, *trak,
                  media=media)
        ]  # fmt: skip
        if placed:
            entry = box(b"camm", struct.pack(">6xH", 1))
            refers = box(b"tref", box(b"cdsc", struct.pack(">I", 1)))
            tracks.append(track(2, b"meta", entry, [*map(len, placed)], second, refers))
        head = struct.pack(">IIIIIH10x", RECORDED, RECORDED, 1000, 3000, 0x10000, 0x100)
        return box(b"moov", full(b"mvhd", head, MATRIX, bytes(24), struct.pack(">I", 3)),
                   *tracks, *moov)  # fmt: skip

    data = box(b"mdat", payload)
    if moov_first:
        made = movie(len(start) + len(movie(0)) + 8)
        whole = start + made + data
    else:
        whole = start + data + movie(len(start) + 8)
    return whole[: len(whole) - drop] + behind


def fragmented(*extra: bytes, in_traf: tuple[bytes, ...] = ()) -> bytes:
    """The same video in fragments, as browsers record it."""
    pictures, described = _av1()
    empty = track(1, b"vide", entry_of(b"av01", described), [], 0)
    head = struct.pack(">IIIIIH10x", RECORDED, RECORDED, 1000, 0, 0x10000, 0x100)
    movie = box(
        b"moov",
        full(b"mvhd", head, MATRIX, bytes(24), struct.pack(">I", 2)),
        empty,
        box(b"mvex", full(b"trex", struct.pack(">IIIII", 1, 1, 1000, 0, 0))),
        *extra,
    )
    parts = [box(b"ftyp", b"iso6", bytes(4), b"iso6av01mp41"), movie]
    for number, picture in enumerate(pictures, 1):
        made = b""
        for _ in range(2):
            # The second time with the offset that the first one tells.
            here = len(made) + 8
            made = box(
                b"moof",
                full(b"mfhd", struct.pack(">I", number)),
                box(
                    b"traf",
                    full(b"tfhd", struct.pack(">I", 1), flags=0x20000),
                    full(b"tfdt", struct.pack(">Q", 1000 * (number - 1)), version=1),
                    full(b"trun", struct.pack(">IiII", 1, here, 1000, len(picture)), flags=0x301),
                    *in_traf,
                ),
            )
        parts += [made, box(b"mdat", picture)]
    return b"".join(parts)


def element(code: str, *parts: bytes) -> bytes:
    content = b"".join(parts)
    return bytes.fromhex(code) + (len(content) | 1 << 56).to_bytes(8, "big") + content


def unsigned(code: str, number: int) -> bytes:
    return element(code, number.to_bytes(max(1, (number.bit_length() + 7) // 8), "big"))


def webm_video(
    *segment: bytes, info: tuple[bytes, ...] = (), entry: tuple[bytes, ...] = (), live: bool = False
) -> bytes:
    """A video of three seconds in WebM. `live`: written before anybody knew how long it gets."""
    blocks = []
    for number, colour in enumerate(COLOURS):
        out = io.BytesIO()
        Image.new("RGB", (SIDE, SIDE), colour).save(out, "WEBP", quality=50)
        content = out.getvalue()
        at = content.index(b"VP8 ")
        picture = content[at + 8 : at + 8 + int.from_bytes(content[at + 4 : at + 8], "little")]
        blocks.append(element("a3", b"\x81", struct.pack(">hB", 1000 * number, 0x80), picture))
    cluster = [unsigned("e7", 0), *blocks]
    parts = [
        element("1549a966", unsigned("2ad7b1", 1000000), element("4489", struct.pack(">f", 3000)),
                element("4d80", b"Lavf"), element("5741", b"Ung dung Mau"), *info),
        element("1654ae6b", element("ae", unsigned("d7", 1), unsigned("73c5", 1), unsigned("83", 1),
                element("86", b"V_VP8"), element("e0", unsigned("b0", SIDE), unsigned("ba", SIDE)),
                *entry)),
        *segment,
    ]  # fmt: skip
    head = element("1a45dfa3", unsigned("4286", 1), unsigned("42f7", 1), unsigned("42f2", 4),
                   unsigned("42f3", 8), element("4282", b"webm"), unsigned("4287", 4),
                   unsigned("4285", 2))  # fmt: skip
    if not live:
        return head + element("18538067", *parts, element("1f43b675", *cluster))
    endless = b"\x01" + b"\xff" * 7
    return b"".join([head, bytes.fromhex("18538067"), endless, *parts,
                     bytes.fromhex("1f43b675"), endless, *cluster])  # fmt: skip
