"""Compiled templates, kept beside the code that compiled them.

They are code, so they do not belong into the cache, which may come from anywhere. They lie in the
environment of this machine (.venv), where all other code that runs has been compiled too: whoever
can write there needs no template to run his own. Compiling all anew takes a third of a small build.
"""

import hashlib
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from ...buildtools.version import libraries

_FOLDER = "newsroom-templates"
# Themes that are being worked on leave old ones behind.
_MOST = 2_000


class CompiledTemplates(BytecodeCache):
    """A folder of compiled templates, each under a digest of all that it was compiled from.

    `options` are those of the environment. A folder that cannot be written is done without.
    """

    def __init__(self, folder: Path, options: object) -> None:
        self._folder, self._options = folder, repr(options)

    @classmethod
    def here(cls, options: object) -> "CompiledTemplates | None":
        """Those of the virtual environment that runs us; outside of one nothing is kept."""
        has_own = sys.prefix != sys.base_prefix and not sys.dont_write_bytecode
        return cls(Path(sys.prefix, _FOLDER), options) if has_own else None

    def get_bucket(
        self, environment: Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        told = repr((libraries(), self._options, name, source))
        key = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        # By its name and not its place: a project that was moved finds it again.
        bucket = Bucket(environment, key, key)
        self.load_bytecode(bucket)
        if bucket.code and filename:
            # An error names the file where it stands now.
            bucket.code = bucket.code.replace(co_filename=filename)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            with open(self._folder / bucket.key, "rb") as file:
                bucket.load_bytecode(file)
        except Exception:
            # Not there, or cut short.
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            self._folder.mkdir(exist_ok=True)
            self._tidy_up()
            made, place = tempfile.mkstemp(dir=self._folder)
            with os.fdopen(made, "wb") as file:
                bucket.write_bytecode(file)
            os.replace(place, self._folder / bucket.key)

    def _tidy_up(self) -> None:
        """Forget all, where there are more than any few themes have."""
        files = os.listdir(self._folder)
        for file in files if len(files) > _MOST else ():
            (self._folder / file).unlink(missing_ok=True)
