"""Old formats made .docx by LibreOffice, where the machine has it; without it nothing is lost.

The program gets a profile and a folder of its own, which go with it, runs no macro, follows no
link, and is stopped when it takes too long. Whatever it does wrong, the answer is None.
"""

import os
import shutil
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from ...buildtools.operating_system import is_windows, stop_all

_PROGRAMS = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
#: In seconds: the first start of a slow machine takes half of it.
LONGEST = 120.0
_LARGEST = 400_000_000
# What a document may not do: run, or fetch. Port 9 of this machine throws away what it gets.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop>
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop>
<prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
"""


def office_program() -> str:
    """The path of LibreOffice's program; empty where there is none."""
    found = next((path for name in _PROGRAMS if (path := shutil.which(name))), "")
    return found or next((place for place in _PLACES if Path(place).is_file()), "")


def as_docx(content: bytes, ending: str, *, longest: float = LONGEST) -> bytes | None:
    """The document as .docx; None where LibreOffice is not there, or did not make one.

    `ending` is that of its format (`.doc`), by which the program knows it; `longest` in seconds.
    """
    program = office_program()
    if not program:
        return None
    with (
        suppress(OSError),
        tempfile.TemporaryDirectory(prefix="newsroom-", ignore_cleanup_errors=True) as folder,
    ):
        place = Path(folder)
        source = place / f"bai{ending}"
        source.write_bytes(content)
        settings = place / "profile/user/registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, encoding="utf-8")
        if _run(program, source, place, longest):
            made = place / "out/bai.docx"
            if made.is_file() and not made.is_symlink() and made.stat().st_size <= _LARGEST:
                return made.read_bytes()
    return None


def _run(program: str, source: Path, place: Path, longest: float) -> bool:
    command = [
        *(program, f"-env:UserInstallation={(place / 'profile').as_uri()}", "--headless"),
        *("--norestore", "--nolockcheck", "--nodefault", "--nologo", "--nofirststartwizard"),
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(place / "out"), str(source)),
    ]
    kept = {name: value for name, value in os.environ.items() if name not in _OF_THE_NETWORK}
    process = subprocess.Popen(
        command,
        cwd=place,
        env={**kept, "TMPDIR": str(place), "TMP": str(place), "TEMP": str(place)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        # It starts others, which have to end with it.
        start_new_session=not is_windows(),
    )
    try:
        return process.wait(longest) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        stop_all(process)


_OF_THE_NETWORK = frozenset({"http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "no_proxy"})
