"""A verified edition to send, and real servers on this machine that take it."""

import shutil
import subprocess
import threading

import pytest
from hosts import PASSWORD, Edition, ftp_block, git, sftp_block

from newsroom.deploy.command import deploy

# No test is in it, and it imports what only requirements-dev.txt has.
collect_ignore = ["sftp_server.py"]


@pytest.fixture
def edition(tmp_path):
    """A folder that says it was verified, and a way to change it."""
    return Edition(tmp_path / "output")


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls")
    made = subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"),
            *("-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")),
        ],
        capture_output=True,
        check=False,
    )
    if made.returncode:
        pytest.skip("cần openssl")
    whole = folder / "both.pem"
    whole.write_bytes((folder / "key.pem").read_bytes() + (folder / "cert.pem").read_bytes())
    return whole


@pytest.fixture
def ftp(tmp_path, certificate):
    """An FTP server with TLS; `cut_after` closes every connection after so many files."""
    pytest.importorskip("pyftpdlib", reason="pyftpdlib: requirements-dev.txt")
    from pyftpdlib.authorizers import DummyAuthorizer
    from pyftpdlib.handlers import TLS_FTPHandler
    from pyftpdlib.servers import FTPServer

    home = tmp_path / "host"
    home.mkdir()
    authorizer = DummyAuthorizer()
    authorizer.add_user("truong", PASSWORD, str(home), perm="elradfmwMT")

    class Handler(TLS_FTPHandler):
        certfile = str(certificate)
        tls_control_required = tls_data_required = True
        auth_failed_timeout = 0
        taken, cut_after = 0, 0

        def on_file_received(self, file):
            Handler.taken += 1
            if Handler.cut_after and Handler.taken % Handler.cut_after == 0:
                self.close()

    Handler.authorizer = authorizer
    server = FTPServer(("localhost", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"timeout": 0.005}, daemon=True)
    thread.start()
    Handler.home, Handler.port, Handler.server = home, server.address[1], server
    yield Handler
    server.close_all()
    thread.join(5)


@pytest.fixture
def sftp(tmp_path):
    """An SFTP server of paramiko's, for one user; its known_hosts line is `known`."""
    paramiko = pytest.importorskip("paramiko", reason="paramiko: requirements-dev.txt")
    from sftp_server import Server

    home = tmp_path / "host"
    home.mkdir()
    server = Server(paramiko, home, PASSWORD)
    yield server
    server.close()


@pytest.fixture
def sent(tmp_path, edition, monkeypatch):
    """Deploys the edition; what is said while doing so."""
    root = tmp_path / "project"
    (root / "content").mkdir(parents=True)
    (root / "content/truong.yaml").write_text("tên: A\nđịa chỉ trang: https://truong.vn\n")
    monkeypatch.setenv("NEWSROOM_FTP_PASSWORD", PASSWORD)
    monkeypatch.setenv("NEWSROOM_SFTP_PASSWORD", PASSWORD)

    def run(way, block, dry_run=False):
        said = []
        deploy(
            root, edition.folder, way, {"DEPLOY": {way: block}}, dry_run=dry_run, say=said.append
        )
        return said

    run.root = root
    return run


@pytest.fixture(params=["folder", "rsync", "ftp", "sftp"])
def place(request, tmp_path):
    """A way to deploy, its block, and the folder in which all of it arrives."""
    if request.param == "folder":
        return "folder", {"path": str(tmp_path / "www")}, tmp_path / "www"
    if request.param == "rsync":
        if not shutil.which("rsync"):
            pytest.skip("cần rsync")
        (tmp_path / "www").mkdir()
        return "rsync", {"target": str(tmp_path / "www")}, tmp_path / "www"
    server = request.getfixturevalue(request.param)
    block = ftp_block(server) if request.param == "ftp" else sftp_block(server, tmp_path)
    return request.param, block, server.home / "www"


@pytest.fixture
def bare(sent, tmp_path):
    bare = tmp_path / "bare.git"
    git("init", "-q", "--bare", str(bare), cwd=tmp_path)
    git("init", "-q", cwd=sent.root)
    git("config", "user.email", "a@b.example", cwd=sent.root)
    git("config", "user.name", "A", cwd=sent.root)
    git("remote", "add", "origin", str(bare), cwd=sent.root)
    return bare
