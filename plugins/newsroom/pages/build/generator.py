"""The one generator that writes when Pelican runs: its templates and writer, our pages."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pelican.generators import Generator
from pelican.utils import sanitised_join
from pelican.writers import Writer

from .edition import pages_of
from .renderer import Frame, Once
from .site import Site
from .site_frame import site_frame
from .theme import made_files


class NewsroomGenerator(Generator):
    """Lists every page first, then makes and writes each."""

    def generate_context(self) -> None:
        site: Site = self.settings["NEWSROOM_SITE"]
        made, named = made_files(Path(self.theme))
        self.pages = [*pages_of(site, self.settings["NEWSROOM_REVIEW"]), *made]
        self.common: dict[str, Any] = {**site_frame(site), **named}

    def generate_output(self, writer: Writer) -> None:
        self.env.globals["once"] = Once()
        frame = Frame(self.env.get_template, self.common)
        for page in self.pages:
            made = page.make()
            if isinstance(made, Mapping):
                writer.write_file(
                    page.save_as,
                    self.env.get_template(page.template_file),
                    self.context,
                    url=page.url,
                    **frame.around(page, made),
                )
            else:
                self._write(page.save_as, made)
        self.settings["NEWSROOM_RECORDS"].save()

    def _write(self, url: str, made: str | bytes | Path) -> None:
        path = Path(sanitised_join(self.output_path, url))
        path.parent.mkdir(parents=True, exist_ok=True)
        content = made.read_bytes() if isinstance(made, Path) else made
        path.write_bytes(content.encode() if isinstance(content, str) else content)
