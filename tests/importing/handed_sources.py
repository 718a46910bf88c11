"""Handing in: the demo's school and plan, a source, and whatever `new --from` makes and says."""

import re
from dataclasses import dataclass
from pathlib import Path

from newsroom.commands.writing.asking import Talk
from newsroom.commands.writing.from_source import FromSource, write_from_source
from newsroom.commands.writing.questions import Given

DEMO = Path(__file__).resolve().parents[1] / "demo"
TODAY = "2026-11-21"


@dataclass
class Handed:
    """The result of one call: exit code, everything that was said, and the folder of content."""

    code: int
    said: str
    content: Path

    @property
    def files(self) -> dict[str, bytes]:
        """Everything below tin-bai/ by its path there."""
        root = self.content / "tin-bai"
        return {
            path.relative_to(root).as_posix(): path.read_bytes()
            for path in sorted(root.rglob("*"), key=Path.as_posix)
            if path.is_file()
        }

    @property
    def article(self) -> str:
        (name,) = (name for name in self.files if name.endswith(".md"))
        return self.files[name].decode()

    @property
    def header(self) -> dict[str, str]:
        lines = self.article.split("---\n")[1].splitlines()
        return {key: value.strip() for key, _, value in (line.partition(":") for line in lines)}

    @property
    def text(self) -> str:
        return self.article.split("---\n", 2)[2].strip("\n")


def write_school(root: Path) -> Path:
    """A content folder with the school and the plan of the demo, and nothing else."""
    content = root / "content"
    (content / "ke-hoach").mkdir(parents=True)
    for name in ("truong.yaml", "ke-hoach/2026-2027.yaml"):
        (content / name).write_bytes((DEMO / name).read_bytes())
    return content


def hand_in(
    content: Path,
    source: Path | bytes,
    *answers: str,
    options: str = "",
    photos: str = "",
    may_ask: bool = False,
) -> Handed:
    """Call `new --from` on a file, a folder, or what stands on standard input."""
    given = Given(**dict(re.findall(r"--(\w+)=(.*?)(?=\s--|$)", options.strip())))
    is_typed = isinstance(source, bytes)
    left, heard = list(answers), []

    def ask(question: str) -> str:
        heard.append(question)
        if not left:
            raise EOFError
        return left.pop(0)

    code = write_from_source(
        content,
        content.parent / ".cache",
        given,
        FromSource(
            source="-" if is_typed else str(source),
            typed=source if is_typed else b"",
            photos=photos,
        ),
        Talk(ask=ask, say=heard.append),
        may_ask=may_ask,
    )
    return Handed(code, "\n".join(heard), content)
