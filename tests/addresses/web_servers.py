"""A real Apache and a real nginx over a finished folder, where the machine has them."""

import http.client
import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import pytest

APACHE = shutil.which("apache2") or shutil.which("httpd")
NGINX = shutil.which("nginx")
_MODULES = ("/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/libexec/apache2")
MODULES = next((Path(place) for place in _MODULES if Path(place).is_dir()), None)
_LOADED = ("mpm_event", "authz_core", "dir", "mime", "alias", "rewrite", "headers", "unixd")


class Answer(NamedTuple):
    """The answer of a server: its status, and where it leads, without the host."""

    status: int
    to: str
    body: str = ""


class Asked(NamedTuple):
    """A server on this machine, to be asked one address at a time."""

    port: int

    def __call__(self, address: str) -> Answer:
        """Nothing is followed; what no request can hold is percent-encoded."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", quote(address, safe="/?&=%+,;:@!*'()~#[]"))
        response = connection.getresponse()
        to = response.getheader("Location", "")
        body = response.read().decode("utf-8", "replace")
        connection.close()
        return Answer(response.status, to.partition(f":{self.port}")[2] or to, body)

    def followed(self, address: str) -> str:
        """The address at which a browser ends, by redirects of the server alone."""
        for _ in range(4):
            answer = self(address)
            if answer.status not in (301, 302, 308):
                return address if answer.status == 200 else f"{answer.status}"
            address = answer.to
        raise AssertionError(f"a loop: {address}")


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@contextmanager
def _running(command, port, errors):
    with open(errors, "wb") as told:
        process = subprocess.Popen(command, stdout=told, stderr=told)
    try:
        for _ in range(200):
            if process.poll() is not None:
                raise AssertionError(Path(errors).read_text())
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.05)
        yield Asked(port)
    finally:
        process.terminate()
        process.wait(20)


@contextmanager
def apache(root: Path, folder: Path):
    """Apache with `root` served, allowing in its files what shared hosting allows."""
    if not (APACHE and MODULES):
        pytest.skip("cần Apache: apt-get install apache2")
    port = free_port()
    folder.mkdir(parents=True)
    load = "".join(
        f"LoadModule {name}_module {MODULES}/mod_{name}.so\n"
        for name in _LOADED
        if (MODULES / f"mod_{name}.so").is_file()
    )
    user = "User www-data\nGroup www-data\n" if os.getuid() == 0 else ""
    (folder / "httpd.conf").write_text(
        f'ServerRoot "{folder}"\nPidFile "{folder}/pid"\nListen 127.0.0.1:{port}\n{load}{user}'
        f'ServerName localhost\nTypesConfig /etc/mime.types\nErrorLog "{folder}/errors"\n'
        f'DefaultRuntimeDir "{folder}"\nDocumentRoot "{root}"\n'
        f'<Directory "{root}">\nAllowOverride FileInfo\nRequire all granted\n</Directory>\n'
    )
    command = [APACHE, "-f", str(folder / "httpd.conf"), "-D", "FOREGROUND"]
    with _running(command, port, folder / "told") as asked:
        yield asked


@contextmanager
def nginx(root: Path, folder: Path, included: str):
    """nginx with `root` served; `included` is read outside of the server's block."""
    if not NGINX:
        pytest.skip("cần nginx: apt-get install nginx-light")
    port = free_port()
    folder.mkdir(parents=True)
    user = "user root;\n" if os.getuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f'{user}daemon off; pid "{folder}/pid"; error_log "{folder}/errors";\n'
        "events {}\nhttp {\n"
        f'include /etc/nginx/mime.types; access_log off; client_body_temp_path "{folder}/body";\n'
        f'proxy_temp_path "{folder}/proxy"; fastcgi_temp_path "{folder}/fastcgi";\n'
        f'uwsgi_temp_path "{folder}/uwsgi"; scgi_temp_path "{folder}/scgi";\n'
        f'include "{included}";\n'
        f'server {{\nlisten 127.0.0.1:{port};\nroot "{root}";\nerror_page 404 /404.html;\n'
        "if ($truong_chuyen_huong) { return 301 $truong_chuyen_huong; }\n"
        "location ~ (^|/)(\\.ht|manifest\\.json$|_headers$) { return 404; }\n}\n}\n"
    )
    command = [NGINX, "-c", str(folder / "nginx.conf"), "-p", str(folder), "-e", f"{folder}/first"]
    with _running(command, port, folder / "told") as asked:
        yield asked
