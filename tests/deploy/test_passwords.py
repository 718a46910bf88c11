"""The source of a host's password: the environment, else the system's keyring."""

import io
import shlex
import sys
from pathlib import Path

import pytest
from hosts import PASSWORD

from newsroom.commands.upkeep.doctor import said, signs
from newsroom.deploy.command import deploy
from newsroom.deploy.passwords import password_for
from newsroom.deploy.sending import CannotDeploy

keyring = pytest.importorskip("keyring", reason="keyring: requirements-dev.txt")
from keyring import backend, cli, core, errors  # noqa: E402

HANDBOOK = Path(__file__).resolve().parents[2] / "docs/huong-dan/dang-len-may-chu.md"
BLOCK = {"host": "ftp.truong.example", "user": "truong"}
SERVICE = "newsroom-ftp:ftp.truong.example"


class Kept(backend.KeyringBackend):
    """A keyring in memory."""

    priority = 1

    def __init__(self):
        super().__init__()
        self.words = {}

    def get_password(self, service, username):
        return self.words.get((service, username))

    def set_password(self, service, username, password):
        self.words[service, username] = password


class Broken(Kept):
    """A keyring that fails, as one without a desktop does."""

    error = errors.NoKeyringError("No recommended backend was available.")

    def get_password(self, service, username):
        raise self.error


@pytest.fixture(autouse=True)
def kept(monkeypatch):
    """The keyring of this test, empty; no variable is set."""
    for way in ("FTP", "SFTP"):
        monkeypatch.delenv(f"NEWSROOM_{way}_PASSWORD", raising=False)
    return opened(monkeypatch, Kept())


def opened(monkeypatch, ring):
    monkeypatch.setattr(core, "_keyring_backend", ring)
    return ring


def doctor(tmp_path, way, block):
    """The doctor's lines on passwords."""
    (tmp_path / "content").mkdir()
    seen = signs(tmp_path, {"DEPLOY": {way: block}})
    return said([sign for sign in seen if "mật khẩu" in sign.what.lower()])


def test_the_keyring_is_asked_under_the_way_the_host_and_the_user(kept, tmp_path):
    kept.words[SERVICE, "truong"] = PASSWORD

    assert password_for("ftp", BLOCK).word == PASSWORD
    assert password_for("sftp", BLOCK).word == ""
    assert password_for("ftp", {**BLOCK, "user": "khac"}).word == ""
    assert password_for("ftp", {**BLOCK, "host": "khac.example"}).word == ""
    assert doctor(tmp_path, "ftp", BLOCK) == (
        f"- Mật khẩu ftp: lấy từ kho mật khẩu của hệ thống ({SERVICE}, truong).\n"
        "Mọi thứ đều sẵn sàng."
    )


def test_the_environment_wins_over_the_keyring(kept, monkeypatch, tmp_path):
    kept.words[SERVICE, "truong"] = "cu"
    monkeypatch.setenv("NEWSROOM_FTP_PASSWORD", PASSWORD)

    assert password_for("ftp", BLOCK).word == PASSWORD
    assert "lấy từ biến môi trường NEWSROOM_FTP_PASSWORD." in doctor(tmp_path, "ftp", BLOCK)


@pytest.mark.parametrize("way", ["ftp", "sftp"])
def test_a_password_in_the_keyring_opens_the_host(way, kept, edition, tmp_path, request):
    from hosts import ftp_block, sftp_block

    server = request.getfixturevalue(way)
    block = ftp_block(server) if way == "ftp" else sftp_block(server, tmp_path)
    kept.words[f"newsroom-{way}:localhost", "truong"] = PASSWORD

    told = []
    deploy(tmp_path, edition.folder, way, {"DEPLOY": {way: block}}, dry_run=True, say=told.append)

    assert told[-1] == f"Sẽ gửi {len(edition.files)} tệp, xóa 0 tệp ({way})."


def test_the_line_that_the_doctor_says_puts_the_password_where_it_is_looked_for(
    kept, tmp_path, monkeypatch
):
    [line] = [line for line in doctor(tmp_path, "ftp", BLOCK).splitlines() if "keyring set" in line]
    words = shlex.split(line.partition("-m keyring ")[2])
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSWORD}\n"))

    cli.main(words)

    assert password_for("ftp", BLOCK).word == PASSWORD


def test_the_handbook_has_the_lines_that_the_doctor_says(monkeypatch):
    monkeypatch.setitem(sys.modules, "keyring", None)

    install, store, _ = password_for("ftp", BLOCK).remedy

    assert f"\n{install}\n" in HANDBOOK.read_text(encoding="utf-8")
    assert f"\n{store}\n" in HANDBOOK.read_text(encoding="utf-8")


def test_without_the_package_the_doctor_says_how_to_get_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "keyring", None)

    assert [line.split(" -m ")[-1] for line in doctor(tmp_path, "ftp", BLOCK).splitlines()] == [
        "- Chưa có mật khẩu ftp. [NR-DEPLOY-030]",
        "pip install --require-hashes -r requirements-keyring.txt",
        f"keyring set {SERVICE} truong",
        "    → Hoặc: đặt biến môi trường NEWSROOM_FTP_PASSWORD.",
    ]


@pytest.mark.parametrize(
    "error",
    [errors.NoKeyringError("x"), errors.KeyringLocked("x"), OSError("D-Bus"), ImportError("x")],
    ids=lambda error: type(error).__name__,
)
def test_a_keyring_that_fails_holds_nothing_and_is_told(
    error, edition, tmp_path, monkeypatch, capsys
):
    opened(monkeypatch, Broken()).error = error
    lack = (
        "Chưa có mật khẩu ftp; kho mật khẩu của hệ thống không mở được"
        f" ({type(error).__name__}). [NR-DEPLOY-030]"
        "\n    → Đặt biến môi trường NEWSROOM_FTP_PASSWORD."
    )

    with pytest.raises(CannotDeploy) as refused:
        deploy(tmp_path, edition.folder, "ftp", {"DEPLOY": {"ftp": BLOCK}}, dry_run=True, say=print)

    assert str(refused.value) == lack
    assert doctor(tmp_path, "ftp", BLOCK) == f"- {lack}"
    assert "Traceback" not in capsys.readouterr().err


def test_a_keyring_that_does_not_load_holds_nothing(monkeypatch):
    opened(monkeypatch, None)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "khong.co.Kho")

    assert "không mở được" in password_for("ftp", BLOCK).lack


def test_with_a_key_no_password_is_missed(tmp_path, monkeypatch):
    opened(monkeypatch, Broken())

    assert doctor(tmp_path, "sftp", {**BLOCK, "key_file": "x"}) == "Mọi thứ đều sẵn sàng."


def test_a_password_of_the_keyring_is_never_shown(kept, edition, ftp, tmp_path):
    from hosts import ftp_block

    kept.words["newsroom-ftp:localhost", "truong"] = "mat-khau-sai"
    block = ftp_block(ftp)

    with pytest.raises(CannotDeploy, match="không cho") as refused:
        deploy(tmp_path, edition.folder, "ftp", {"DEPLOY": {"ftp": block}}, dry_run=True, say=print)

    told = (str(refused.value), repr(password_for("ftp", block)), doctor(tmp_path, "ftp", block))
    assert "mat-khau-sai" not in "".join(told)
