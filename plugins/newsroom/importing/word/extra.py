"""The extra that reading Word files needs: mammoth, of requirements-word.txt."""

import zipfile
from pathlib import Path

from ...intake.folder.scan import TEXT_ENDINGS
from ...office_files.parts import BROKEN, directory_is_too_large

_WORD = (".docx", ".docm", ".dotx", ".doc", ".odt", ".rtf", ".wps")


def needs_mammoth(source: str) -> bool:
    """True where a source is, or holds, a file that is read as Word's. Opens nothing but a list."""
    path = Path(source).expanduser()
    if path.is_dir():
        return any(one.suffix.lower() in _WORD for one in path.iterdir())
    if path.suffix.lower() == ".zip":
        try:
            with path.open("rb") as file:
                if directory_is_too_large(file):
                    return False
                return any(
                    name.lower().endswith(_WORD) for name in zipfile.ZipFile(file).namelist()
                )
        except BROKEN:
            return False
    return path.is_file() and path.suffix.lower() not in TEXT_ENDINGS
