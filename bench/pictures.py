"""The time that photos take: phone pictures of 12 megapixels with EXIF, ours beside Hugo's.

    python3 bench/pictures.py [--photos 24] [--unchanged 5000] [--hugo]

Our whole publish (WebP) of new photos, its peak of memory, a second publish with one edit beside
the same site without pictures; and the same three JPEGs of each photo (1600, 960, 480, quality
80) by our image processing and by Hugo. Run inside the environment; tables go to standard output.
"""

import argparse
import io
import os
import random
import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "tests"), str(Path(__file__).parent)]

from measure import peak_megabytes, seconds  # noqa: E402
from PIL import Image, ImageChops, ImageDraw  # noqa: E402
from sample import article_text, write_site  # noqa: E402
from tools.hugo import Hugo  # noqa: E402

from newsroom.images import image_processing  # noqa: E402
from newsroom.images.image_file import look  # noqa: E402

PER_ARTICLE = 8
ENVIRONMENT = {"NEWSROOM_TODAY": "2024-11-30", "PYTHONUTF8": "1"}


def photo(seed: int, size: tuple[int, int] = (4032, 3024)) -> bytes:
    """Gradients, shapes and the noise of a small sensor; about 4 MB, as a phone makes it."""
    chance = random.Random(seed)
    width, height = size[0] // 4, size[1] // 4
    slope = Image.linear_gradient("L").resize((width, height))
    ring = Image.radial_gradient("L").resize((width, height))
    small = Image.merge("RGB", (slope, ring, slope.transpose(Image.Transpose.ROTATE_180)))
    draw = ImageDraw.Draw(small)
    for _ in range(400):
        x, y, r = chance.randrange(width), chance.randrange(height), chance.randrange(4, 90)
        colour = tuple(chance.randrange(256) for _ in range(3))
        draw.ellipse((x, y, x + r, y + r), fill=colour)
    noise = Image.effect_noise(size, 9)
    soft = Image.effect_noise((size[0] // 2, size[1] // 2), 14).resize(size)
    whole = small.resize(size, Image.Resampling.BICUBIC)
    whole = ImageChops.add(whole, Image.merge("RGB", (soft, noise, soft)), offset=-128)
    exif = Image.Exif()
    exif[0x0112] = 6 if seed % 3 == 0 else 1
    exif.get_ifd(0x8825).update({1: "N", 2: (10.0, 46.0, 0.0), 3: "E", 4: (106.0, 40.0, 0.0)})
    out = io.BytesIO()
    whole.save(out, "JPEG", quality=90, exif=exif)
    return out.getvalue()


def lay_out(root: Path, photos: list[bytes], *, with_pictures: bool = True) -> None:
    for name in ("pelicanconf.py", "publishconf.py", "tasks.py"):
        shutil.copy(ROOT / name, root)
    for name in ("plugins", "theme"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    content = write_site(root)
    (content / "tin-bai").mkdir()
    for n in range(0, len(photos), PER_ARTICLE):
        names = [f"p{n + k}.jpg" for k in range(len(photos[n : n + PER_ARTICLE]))]
        for name, bytes_ in zip(names, photos[n:], strict=False):
            if with_pictures:
                (content / "tin-bai" / name).write_bytes(bytes_)
        shown = "\n\n".join(f"![Ảnh chụp {name}]({name})" for name in names)
        text = article_text(shown if with_pictures else "Chữ.", title=f"Bài {n}")
        (content / f"tin-bai/bai-{n}.md").write_text(text)


def publish(root: Path, how=seconds) -> float:
    return how((sys.executable, "-m", "invoke", "publish"), root, ENVIRONMENT)


def edited(root: Path) -> None:
    path = root / "content/tin-bai/bai-0.md"
    path.write_text(path.read_text() + f"\nThêm {time.time_ns()}.\n")


def of_new_photos(photos: list[bytes], where: Path) -> None:
    for label, how in (("giây mỗi ảnh", seconds), ("MB cao nhất", peak_megabytes)):
        root = Path(tempfile.mkdtemp(dir=where))
        lay_out(root, photos)
        found = publish(root, how)
        found = found / len(photos) if how is seconds else found
        print(f"publish, {len(photos)} ảnh mới, WebP: {found:.3f} {label}", flush=True)
        shutil.rmtree(root)


def of_unchanged(count: int, where: Path) -> None:
    """Small pictures, all different: what a build without a new picture costs does not grow."""
    photos = []
    for n in range(count):
        out = io.BytesIO()
        Image.new("RGB", (1700, 1275), (n % 256, n // 256, 90)).save(out, "JPEG", quality=30)
        photos.append(out.getvalue())
    for with_pictures in (False, True):
        root = Path(tempfile.mkdtemp(dir=where))
        lay_out(root, photos, with_pictures=with_pictures)
        publish(root)
        runs = []
        for _ in range(3):
            edited(root)
            runs.append(publish(root))
        nothing = publish(root)
        what = f"{count} ảnh cũ" if with_pictures else "không ảnh"
        print(f"một bài sửa, {what}: {sorted(runs)[1]:.2f} s; không đổi gì: {nothing:.2f} s")
        shutil.rmtree(root)


def of_jpegs(photos: list[bytes], where: Path, *, with_hugo: bool) -> None:
    """The same widths, format and quality. Hugo's site is one page that asks for them."""
    image_processing._encoded = _as_jpeg  # type: ignore[assignment]
    jobs = []
    for n, content in enumerate(photos):
        seen = look(content)
        wanted = image_processing.copies(seen, (480, 960, 1600))
        jobs.append(image_processing.Job(str(n), lambda c=content: c, seen, wanted))
    start, worked = time.perf_counter(), time.process_time()
    image_processing.render_all(jobs, lambda *a: None, lambda done: None)
    ours = (time.perf_counter() - start) / len(photos)
    our_work = (time.process_time() - worked) / len(photos)
    print(f"ba cỡ JPEG, ta: {ours * 1000:.0f} ms mỗi ảnh, CPU {our_work * 1000:.0f}", flush=True)
    if not with_hugo:
        return
    hugo, root = Hugo(), Path(tempfile.mkdtemp(dir=where))
    hugo.set_up()
    (root / "content").mkdir()
    (root / "layouts").mkdir()
    (root / "hugo.toml").write_text('baseURL = "/"\n[imaging]\nquality = 80\n')
    (root / "content/_index.md").write_text("---\ntitle: x\n---\n")
    (root / "layouts/home.html").write_text(
        '{{ range .Resources.Match "*.jpg" }}{{ $p := . }}'
        '{{ range slice "1600x1600" "960x960" "480x480" }}'
        '{{ with $p.Fit (printf "%s q80" .) }}{{ .RelPermalink }}{{ end }}{{ end }}{{ end }}'
    )
    for n, content in enumerate(photos):
        (root / f"content/p{n}.jpg").write_bytes(content)
    worked = _work_of_children()
    took = seconds(hugo.command(), root, {}) / len(photos)
    work = (_work_of_children() - worked) / len(photos)
    print(f"ba cỡ JPEG, Hugo: {took * 1000:.0f} ms mỗi ảnh, CPU {work * 1000:.0f}")
    print(f"ta/Hugo: {ours / took:.3f}, CPU {our_work / work:.3f}")


def _work_of_children() -> float:
    """CPU seconds of all processes that ended: what the load of the machine changes least."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _as_jpeg(picture, form, how):
    picture.info = {}
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=80)
    return out.getvalue()


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--photos", type=int, default=24)
    asked.add_argument("--unchanged", type=int, default=5000)
    asked.add_argument("--hugo", action="store_true")
    options = asked.parse_args()
    where = Path(tempfile.mkdtemp(dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
    try:
        photos = [photo(n) for n in range(options.photos)]
        print(f"{os.cpu_count()} nhân, tải lúc đầu {os.getloadavg()[0]:.1f}", flush=True)
        if photos:
            of_new_photos(photos, where)
            of_jpegs(photos, where, with_hugo=options.hugo)
        if options.unchanged:
            of_unchanged(options.unchanged, where)
    finally:
        shutil.rmtree(where)


if __name__ == "__main__":
    main()
