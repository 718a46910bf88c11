"""Settings, servers and branches are believed in nothing: each is parsed, or refused with words."""

import socket
import subprocess
import threading

import pytest
from hosts import ftp_block, tree

from newsroom.deploy.hosts.host import CannotDeploy


@pytest.mark.parametrize(
    ("way", "block", "words"),
    [
        ("ftp", {"host": "h", "user": "u", "port": "21"}, "là một số từ 1 đến 65535"),
        ("ftp", {"host": "h", "user": "u", "port": 0}, "là một số từ 1 đến 65535"),
        ("ftp", {"host": "h", "user": "u", "port": True}, "là một số từ 1 đến 65535"),
        ("ftp", {"host": "h\r\nDELE x", "user": "u"}, "là tên máy chủ"),
        ("sftp", {"host": "-oProxyCommand=x", "user": "u"}, "là tên máy chủ"),
        ("sftp", {"host": "h", "user": "-x"}, "là tên đăng nhập"),
        ("rsync", {"target": "-e sh"}, "không bắt đầu bằng dấu -"),
        ("rsync", {"target": "u@-oProxyCommand=x:/w"}, "không bắt đầu bằng dấu -"),
        ("rsync", {"target": "h:/w", "ssh_key": "k' -o ProxyCommand='x"}, "không có dấu nháy"),
        ("rsync", {"target": "h:/w", "port": "22 -o ProxyCommand=x"}, "là một số"),
        ("github", {"branch": "--upload-pack=x"}, "là tên nhánh"),
        ("github", {"branch": "a..b"}, "là tên nhánh"),
        ("github", {"remote": "-x"}, "là tên kho"),
        ("github", {"cname": "a b\nc"}, "là tên miền"),
        ("folder", {"path": ["www"]}, "là chữ"),
        ("folder", {"path": "www", "service": "wix"}, "cloudflare"),
    ],
)
def test_a_value_that_is_none_is_refused_with_what_it_has_to_be(sent, edition, way, block, words):
    with pytest.raises(CannotDeploy, match=words):
        sent(way, block)


@pytest.mark.parametrize("blocks", ["ftp", ["ftp"], {"ftp": "h"}])
def test_settings_of_another_shape_are_refused(sent, edition, blocks):
    from newsroom.deploy.settings import block_for

    with pytest.raises(CannotDeploy, match="dạng"):
        block_for("ftp", {"DEPLOY": blocks})


@pytest.mark.parametrize(
    "path", [".", "content", "content/anh", "theme", "../output", "../output/trang.zip"]
)
def test_the_project_itself_is_no_host(sent, edition, path):
    with pytest.raises(CannotDeploy, match="chính phần mềm này"):
        sent("folder", {"path": path})

    assert [place.name for place in sent.root.rglob("*")] == ["content", "truong.yaml"]


def test_a_zip_that_cannot_be_written_is_told_of(sent, edition):
    with pytest.raises(CannotDeploy, match="Không ghi được"):
        sent("folder", {"path": "khong-co/trang.zip"})


@pytest.mark.parametrize(
    "greeting", [b"\xff\xfe\xfa\r\n", b"hello\r\n", b"220 \x1b[2J\r\n999 x\r\n", b""]
)
def test_a_server_that_speaks_nonsense_is_told_of(sent, edition, greeting):
    server = socket.create_server(("localhost", 0))

    def answer():
        while True:
            try:
                made, _ = server.accept()
            except OSError:
                return
            made.sendall(greeting)
            made.close()

    thread = threading.Thread(target=answer, daemon=True)
    thread.start()
    block = {"host": "localhost", "user": "u", "port": server.getsockname()[1]}

    for way in ("ftp", "sftp"):
        with pytest.raises(CannotDeploy, match="localhost"):
            sent(way, block)
    server.close()


def test_a_branch_that_holds_the_project_is_not_replaced_by_the_site(sent, edition, bare):
    def git(*words):
        subprocess.run(["git", *words], cwd=sent.root, capture_output=True, check=True)

    git("checkout", "-qb", "main")
    git("add", ".")
    git("commit", "-qm", "x")
    git("push", "-q", "origin", "main")
    with pytest.raises(CannotDeploy, match="nhánh đang mở"):
        sent("github", {"branch": "main"})

    git("checkout", "-qb", "khac")
    with pytest.raises(CannotDeploy, match="giữ bài viết"):
        sent("github", {"branch": "main"})

    seen = subprocess.run(
        ["git", "ls-tree", "--name-only", "-r", "main"],
        cwd=bare, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert seen.stdout == "content/truong.yaml\n"


def test_names_in_a_branch_that_no_site_has_are_told_and_stop_nothing(
    sent, edition, bare, tmp_path
):
    sent("github", {})
    seen = tmp_path / "seen"
    subprocess.run(["git", "clone", "-qb", "gh-pages", bare, seen], check=True)
    (seen / "a\nb\x1b[2J").write_text("x")
    for words in (["add", "."], ["-c", "user.email=a@b", "-c", "user.name=A", "commit", "-qm", "x"],
                  ["push", "-q"]):  # fmt: skip
        subprocess.run(["git", *words], cwd=seen, check=True)

    said = sent("github", {})

    assert "có 1 tệp mang tên" in said[0]
    assert "\x1b" not in "".join(said)


def test_an_ftp_server_that_lists_nothing_still_loses_what_was_withdrawn(
    sent, edition, ftp, tmp_path
):
    edition.few()
    sent("ftp", ftp_block(ftp))
    (ftp.home / "www/.ht-newsroom.json").write_bytes(b"{")
    ftp.ftp_LIST = lambda self, path: self.respond("502 Not implemented.")

    edition.change()
    sent("ftp", ftp_block(ftp))

    assert tree(ftp.home / "www") == edition.files
