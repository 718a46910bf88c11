"""The one generator that writes: Pelican's settings, templates and writer, our pages."""

from pathlib import Path
from typing import Any

from pelican.generators import Generator
from pelican.utils import sanitised_join
from pelican.writers import Writer

from .chrome import chrome
from .edition import pages_of
from .pictures import PictureShop
from .site import Site
from .stylesheet import stylesheet


class NewsroomGenerator(Generator):
    """Makes every page in memory first, then writes; what is not asked for is never made."""

    def generate_context(self) -> None:
        review = self.settings["NEWSROOM_REVIEW"]
        self.pictures = PictureShop(self.settings["NEWSROOM_READ"])
        site = Site(review, self.pictures, is_desk=self.settings["NEWSROOM_EDITION"] == "desk")
        style = stylesheet(Path(self.theme))
        self.made = [*pages_of(site, review), style]
        self.common: dict[str, Any] = {**chrome(site), "stylesheet": style.url}

    def generate_output(self, writer: Writer) -> None:
        for page in self.made:
            if page.template:
                root = page.root if page.url != "404.html" else self.common["school"].base_path
                writer.write_file(
                    page.save_as,
                    self.get_template(page.template),
                    self.context,
                    url=page.url,
                    **self.common,
                    **page.context,
                    root=root.rstrip("/"),
                    page_url=page.url,
                )
            else:
                self._write(page.save_as, page.text.encode())
        for picture in self.pictures.made.values():
            if picture:
                self._write(picture.url, picture.content)
        for file in self.pictures.files.values():
            self._write(file.url, file.content)

    def _write(self, url: str, content: bytes) -> None:
        path = Path(sanitised_join(self.output_path, url))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
