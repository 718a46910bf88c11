"""The one generator that writes when Pelican runs: its templates and writer, our pages."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pelican.generators import Generator
from pelican.utils import sanitised_join
from pelican.writers import Writer

from ...pages.build.renderer import Frame, Once
from .pelican_build import PelicanBuild


class NewsroomGenerator(Generator):
    """Lists every page first, then makes and writes each."""

    def generate_context(self) -> None:
        self.build: PelicanBuild = self.settings["NEWSROOM_BUILD"]
        self.pages = self.build.edition.pages

    def generate_output(self, writer: Writer) -> None:
        self.env.globals["once"] = Once()
        # Where nobody fills Pelican's lists, a template that asks for them is as wrong as in ours.
        context: dict[str, Any] = dict(
            self.context if self.build.has_guests else self.settings, localsiteurl=""
        )
        frame = Frame(self.env.get_template, {**context, **self.build.edition.shared})
        for page in self.pages:
            made = page.make()
            if isinstance(made, Mapping):
                writer.write_file(
                    page.save_as,
                    self.env.get_template(page.template_file),
                    context,
                    url=page.url,
                    **frame.around(page, made),
                )
            else:
                self._write(page.save_as, made)

    def _write(self, url: str, made: str | bytes | Path) -> None:
        path = Path(sanitised_join(self.output_path, url))
        path.parent.mkdir(parents=True, exist_ok=True)
        content = made.read_bytes() if isinstance(made, Path) else made
        path.write_bytes(content.encode() if isinstance(content, str) else content)
