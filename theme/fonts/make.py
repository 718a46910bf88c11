"""Makes the font files of the theme, and prints the style sheet that loads them.

By hand, when the typeface has a new version; never at build:

    for font in be-vietnam-pro@5.3.0 arimo@5 roboto@5 dejavu-sans@5; do
        npm pack @fontsource/$font
    done
    (unpack each into a folder of its name)
    pip install fonttools brotli
    python theme/fonts/make.py FOLDER > theme/styles/fonts.css

A package has each weight in three parts (Latin, Vietnamese, extended Latin). A Vietnamese page
needs all three, and would fetch three files a weight; here the letters that we use become one.

Until it has come, a font of the reader's machine stands in, stretched so that lines break where
they will break: Arial (measured on Arimo, which is as wide, as is Liberation Sans), on Android
Roboto, on a bare Linux DejaVu Sans.
"""

import hashlib
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from fontTools import merge, subset
from fontTools.ttLib import TTFont

THEME = Path(__file__).resolve().parents[1]
TARGET = THEME / "static/fonts"
FAMILY, NAME = "be-vietnam-pro", "Be Vietnam Pro"
PARTS = ("latin", "vietnamese", "latin-ext")
WEIGHTS = {400: "400 500", 700: "600 800"}
STAND_INS = {
    "arimo": ("Arial", "Liberation Sans"),
    "roboto": ("Roboto",),
    "dejavu-sans": ("DejaVu Sans",),
}

# Letters of other languages are left to the reader's machine.
VOWELS = "aeiouyăâêôơưAEIOUYĂÂÊÔƠƯ"
TONES = "\u0300\u0301\u0303\u0309\u0323"
SIGNS = "đĐ–—‘’“”„…•·₫°×÷±−©®«»‹›§½¼¾²³\u00a0"


def letters() -> set[int]:
    """ASCII, every Vietnamese letter, and the signs that articles are likely to hold."""
    toned = {unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES}
    return {ord(letter) for letter in {*map(chr, range(0x20, 0x7F)), *VOWELS, *SIGNS, *toned}}


def parts_of(package: Path, weight: int, wanted: set[int]) -> Iterator[tuple[Path, set[int]]]:
    """The files of a weight, and which of the wanted letters to take from each."""
    left = set(wanted)
    for part in PARTS:
        file = package / f"files/{package.name}-{part}-{weight}-normal.woff2"
        if not file.exists():
            continue
        here = left & set(TTFont(file).getBestCmap())
        left -= here
        if here:
            yield file, here
    if left and package.name == FAMILY:
        print("no such letter:", *map(chr, sorted(left)), file=sys.stderr)


def font_file(package: Path, weight: int) -> bytes:
    options = subset.Options()
    # Hints make up half of the size, and only old Windows screens look at them.
    options.hinting = False
    options.layout_features = ["kern"]
    options.name_IDs = [0, 1, 2, 13, 14]
    with tempfile.TemporaryDirectory() as folder:
        cut = []
        for file, here in parts_of(package, weight, letters()):
            font = subset.load_font(str(file), options)
            cutter = subset.Subsetter(options)
            cutter.populate(unicodes=here)
            cutter.subset(font)
            font.flavor = None
            cut.append(str(Path(folder, f"{file.stem}.ttf")))
            font.save(cut[-1])
        font = merge.Merger().merge(cut)
        font["head"].created = font["head"].modified = 3_600_000_000
        font.recalcTimestamp = False
        font.flavor = "woff2"
        made = Path(folder, "made.woff2")
        font.save(made)
        return made.read_bytes()


def width(package: Path, weight: int, text: str) -> float:
    """The width of a text, in em. A tone makes no letter wider, so all are measured without."""
    text = "".join(unicodedata.normalize("NFD", letter)[0] for letter in text)
    total = 0.0
    for file, here in parts_of(package, weight, set(map(ord, text))):
        font = TTFont(file)
        names, advances = font.getBestCmap(), font["hmtx"]
        em = font["head"].unitsPerEm
        total += sum(advances[names[ord(c)]][0] / em for c in text if ord(c) in here)
    return total


def sample() -> str:
    """The texts that our readers read: the demo's articles."""
    texts = (file.read_text("utf-8") for file in sorted(THEME.parent.glob("content/**/*.md")))
    known = letters()
    return "".join(c for text in texts for c in text if ord(c) in known)


def style_sheet(folder: Path) -> Iterator[str]:
    ours, text = folder / FAMILY, sample()
    yield "/* Made by theme/fonts/make.py. Licence: fonts/OFL.txt, beside the fonts. */"
    yield "@layer fonts {"
    for weight, span in WEIGHTS.items():
        content = font_file(ours, weight)
        file = f"{FAMILY}-{weight}.{hashlib.sha256(content).hexdigest()[:12]}.woff2"
        (TARGET / file).write_bytes(content)
        print(f"{file}: {len(content)} bytes", file=sys.stderr)
        yield (
            f'  @font-face {{ font-family: "{NAME}"; src: url("fonts/{file}") format("woff2");'
            f" font-weight: {span}; font-display: swap; }}"
        )
    lines = TTFont(ours / f"files/{FAMILY}-latin-400-normal.woff2")["hhea"]
    for package, fonts in STAND_INS.items():
        for weight, span in WEIGHTS.items():
            wider = width(ours, weight, text) / width(folder / package, weight, text)
            bold = " Bold" if weight == 700 else ""
            names = ", ".join(f'local("{font}{bold}")' for font in fonts)
            yield (
                f'  @font-face {{ font-family: "{NAME} ({fonts[0]})"; src: {names};'
                f" font-weight: {span}; size-adjust: {wider:.2%};"
                f" ascent-override: {lines.ascent / 1000 / wider:.2%};"
                f" descent-override: {-lines.descent / 1000 / wider:.2%};"
                " line-gap-override: 0%; }"
            )
    yield "}"


if __name__ == "__main__":
    TARGET.mkdir(exist_ok=True)
    for old in TARGET.glob("*.woff2"):
        old.unlink()
    print(*style_sheet(Path(sys.argv[1])), sep="\n")
