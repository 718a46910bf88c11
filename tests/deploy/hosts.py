"""A small edition, and what arrives of it."""

import hashlib
import shutil
import subprocess
from datetime import date

from newsroom.verification.manifest import manifest_text

PASSWORD = "mat-khau-thu-9"


class Edition:
    def __init__(self, folder):
        self.folder = folder
        self.files = {
            "index.html": b"<html>1</html>",
            "sitemap.xml": b"<urlset/>",
            "tin-bai/2024/11/mot/index.html": b"<html>mot</html>",
            "thang/2024/11/index.html": b"<html>thang</html>",
            "anh/0123456789abcdef.jpg": bytes(range(256)) * 40,
            "theme/site.0123456789ab.css": b"a{}",
            ".well-known/security.txt": b"Contact: x",
            "_headers": b"/*",
        }
        for n in range(60):
            self.files[f"tin-bai/2024/10/bai-{n}/index.html"] = b"<html>%d</html>" % n
        self.write()

    def few(self):
        """The same with two articles of sixty."""
        for n in {*range(60)} - {7, 8}:
            del self.files[f"tin-bai/2024/10/bai-{n}/index.html"]
        self.write()

    def write(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        for name, content in self.files.items():
            place = self.folder / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        prints = {n: ("", hashlib.sha256(c).hexdigest(), len(c)) for n, c in self.files.items()}
        text = manifest_text(prints, date(2024, 11, 30), "")
        (self.folder / "manifest.json").write_bytes(text)

    def change(self):
        """One page more, one changed, one gone."""
        self.files["tin-bai/2024/11/hai/index.html"] = b"<html>hai</html>"
        self.files["index.html"] = b"<html>2</html>"
        del self.files["tin-bai/2024/10/bai-7/index.html"]
        self.write()


def tree(folder):
    """The files of a deployed folder, by path, without what is ours there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".ht-newsroom.json" and ".git" not in path.parts
    }


def ftp_block(ftp):
    return {"host": "localhost", "user": "truong", "port": ftp.port, "ca_file": ftp.certfile,
            "folder": "/www"}  # fmt: skip


def sftp_block(sftp, tmp_path):
    known = tmp_path / "known_hosts"
    known.write_text(sftp.known)
    return {"host": "localhost", "user": "truong", "port": sftp.port, "folder": "/www",
            "known_hosts": str(known)}  # fmt: skip


def git(*words, cwd):
    return subprocess.run(
        ["git", *words], cwd=cwd, capture_output=True, text=True, check=True
    ).stdout
