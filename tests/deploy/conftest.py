"""A verified edition to send, and real servers on this machine that take it."""

import subprocess
import threading

import pytest
from hosts import PASSWORD, Edition

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
