"""A school into which an old site moves."""

import io

from PIL import Image
from sample import without_ids, write_site

from newsroom.commands.importing.import_site import import_site
from newsroom.commands.importing.request import ImportRequest


class School:
    """A school whose old site is about to move in, and what the command said."""

    def __init__(self, root):
        self.root, self.content = root, write_site(root)
        self.said: list[str] = []

    def run(self, source, kind="wordpress", **options):
        if isinstance(source, str) and source.lstrip()[:1] in "<-{c":
            place = self.root / "xuat-ra.xml"
            place.write_text(source, encoding="utf-8")
        else:
            place = source
        self.said = []
        request = ImportRequest(kind=kind, source=str(place), **options)
        paths = self.content, self.root / ".cache", self.root / "reports"
        return import_site(*paths, request, self.said.append)

    @property
    def words(self):
        return without_ids("\n".join(self.said))

    def files(self):
        return sorted(
            path.relative_to(self.content).as_posix()
            for path in (self.content / "tin-bai").rglob("*")
            if path.is_file()
        )

    def read(self, path):
        return (self.content / path).read_text(encoding="utf-8")

    def upload(self, path, content=None):
        place = self.root / "uploads" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content or jpeg(path))
        return str(self.root / "uploads")


def jpeg(seed, size=(640, 480)):
    file = io.BytesIO()
    colour = tuple((sum(seed.encode()) * n) % 256 for n in (1, 7, 31))
    Image.new("RGB", size, colour).save(file, "JPEG")
    return file.getvalue()
