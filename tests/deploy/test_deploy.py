"""Every way to deploy, against a real server on this machine; connections are cut mid-way."""

import zipfile

import pytest
from hosts import ftp_block, git, sftp_block, tree

from newsroom.deploy.hosts.to_folder import FolderHost
from newsroom.deploy.sending import CannotDeploy, send, steps


def test_what_arrives_is_the_edition_byte_for_byte(sent, edition, place):
    way, block, arrived = place

    sent(way, block)

    assert tree(arrived) == edition.files
    assert not (arrived / "manifest.json").exists()


def test_later_only_what_changed_is_sent_and_what_others_put_there_stays(sent, edition, place):
    way, block, arrived = place
    sent(way, block)
    (arrived / "cua-nguoi-khac.txt").write_text("x")
    times = {path: path.stat().st_mtime_ns for path in arrived.rglob("*.html")}

    edition.change()
    planned = sent(way, block, dry_run=True)
    assert tree(arrived) != edition.files
    said = sent(way, block)

    assert tree(arrived) == {**edition.files, "cua-nguoi-khac.txt": b"x"}
    assert planned == [
        "gửi tin-bai/2024/11/hai/index.html",
        "gửi index.html",
        "xóa tin-bai/2024/10/bai-7/index.html",
        f"Sẽ gửi 2 tệp, xóa 1 tệp ({way}).",
    ]
    assert said[-1] == f"Đã gửi 2 tệp, xóa 1 tệp ({way})."
    now = {path: path.stat().st_mtime_ns for path in arrived.rglob("*.html")}
    same = {path for path in now if now[path] == times.get(path)}
    assert len(now.keys() - same) == 2
    assert sent(way, block)[-1] == f"Đã gửi 0 tệp, xóa 0 tệp ({way})."


def test_pictures_go_before_pages_new_pages_before_those_that_lead_to_them(edition):
    from newsroom.verification.manifest import parse_manifest

    told = parse_manifest((edition.folder / "manifest.json").read_bytes())

    order = steps(told.files, {"tin-bai/2024/11/mot/index.html": "old"}).send

    assert order[:2] == ("anh/0123456789abcdef.jpg", "theme/site.0123456789ab.css")
    assert order[-2:] == ("index.html", "sitemap.xml")
    assert order.index("tin-bai/2024/10/bai-9/index.html") < order.index(
        "tin-bai/2024/11/mot/index.html"
    ) < order.index("thang/2024/11/index.html")  # fmt: skip


class Failing(FolderHost):
    """A folder whose line breaks at the n-th file."""

    left = 0

    def put(self, path, content):
        if self.left <= 0:
            raise ConnectionResetError("đứt")
        Failing.left -= 1
        super().put(path, content)


@pytest.mark.parametrize("after", [0, 1, 5, 43, 60])
def test_a_sending_that_broke_goes_on_from_there(edition, tmp_path, after):
    from newsroom.verification.manifest import parse_manifest

    told = parse_manifest((edition.folder / "manifest.json").read_bytes())
    Failing.left = after
    with pytest.raises(OSError, match="đứt"):
        send(Failing(tmp_path / "www"), edition.folder, told)

    done = send(FolderHost(tmp_path / "www"), edition.folder, told)

    assert tree(tmp_path / "www") == edition.files
    assert len(done.send) <= len(edition.files) - (after // 41) * 40


def test_an_ftp_line_that_is_cut_is_taken_up_again(sent, edition, ftp):
    ftp.cut_after = 7

    sent("ftp", ftp_block(ftp))

    assert ftp.taken > len(edition.files)
    assert tree(ftp.home / "www") == edition.files


def test_an_sftp_line_that_is_cut_is_said_and_the_next_try_goes_on(sent, edition, sftp, tmp_path):
    block = sftp_block(sftp, tmp_path)
    (sftp.home / "www").mkdir()
    threading_cut = _cut_when(sftp, lambda: len(tree(sftp.home)) > 10)
    with pytest.raises(CannotDeploy, match="Chạy lại"):
        sent("sftp", block)
    threading_cut.join(5)
    assert 0 < len(tree(sftp.home)) < len(edition.files)

    sent("sftp", block)

    assert {n: c for n, c in tree(sftp.home / "www").items() if "tmp" not in n} == edition.files


def _cut_when(server, is_time):
    import threading
    import time

    def watch():
        end = time.monotonic() + 10
        while not is_time() and time.monotonic() < end:
            time.sleep(0.001)
        server.cut()

    thread = threading.Thread(target=watch)
    thread.start()
    return thread


def test_a_host_key_that_nobody_knows_or_that_changed_is_refused(sent, sftp, tmp_path):
    block = sftp_block(sftp, tmp_path)
    known = tmp_path / "known_hosts"
    known.write_text("")
    with pytest.raises(CannotDeploy, match="Chưa biết khóa"):
        sent("sftp", block)

    import paramiko

    other = paramiko.RSAKey.generate(2048)
    known.write_text(f"[localhost]:{sftp.port} {other.get_name()} {other.get_base64()}\n")
    with pytest.raises(CannotDeploy, match="đứng giữa"):
        sent("sftp", block)
    assert list(sftp.home.iterdir()) == []


def test_a_certificate_that_nobody_vouches_for_gets_no_password(sent, ftp):
    block = {**ftp_block(ftp)}
    del block["ca_file"]

    with pytest.raises(CannotDeploy, match="TLS"):
        sent("ftp", block)


@pytest.mark.parametrize("way", ["ftp", "sftp"])
def test_a_wrong_password_is_said_and_never_shown(sent, request, tmp_path, monkeypatch, way):
    server = request.getfixturevalue(way)
    block = ftp_block(server) if way == "ftp" else sftp_block(server, tmp_path)
    monkeypatch.setenv(f"NEWSROOM_{way.upper()}_PASSWORD", "mat-khau-sai")

    with pytest.raises(CannotDeploy, match="không cho") as refused:
        sent(way, block)

    assert "mat-khau-sai" not in str(refused.value)


def test_github_gets_the_edition_with_its_own_two_files(sent, edition, bare, tmp_path):
    sent("github", {})
    edition.change()
    said = sent("github", {})

    git("clone", "-q", "-b", "gh-pages", str(bare), "seen", cwd=tmp_path)
    assert tree(tmp_path / "seen") == {
        **edition.files, ".nojekyll": b"", "CNAME": b"truong.vn",
    }  # fmt: skip
    assert git("rev-list", "--count", "gh-pages", cwd=bare).strip() == "2"
    assert said == ["Đã gửi 2 tệp, xóa 1 tệp (github)."]


def test_github_goes_on_from_what_another_machine_deployed(sent, edition, bare, tmp_path):
    sent("github", {})
    git("clone", "-q", "-b", "gh-pages", str(bare), "other", cwd=tmp_path)
    (tmp_path / "other/x.txt").write_text("x")
    git("add", ".", cwd=tmp_path / "other")
    git("-c", "user.email=a@b", "-c", "user.name=A", "commit", "-qm", "x", cwd=tmp_path / "other")
    git("push", "-q", cwd=tmp_path / "other")

    sent("github", {})

    assert git("rev-list", "--count", "gh-pages", cwd=bare).strip() == "3"


def test_a_zip_holds_the_edition_and_is_the_same_for_the_same_edition(sent, edition, tmp_path):
    place = tmp_path / "trang.zip"
    sent("folder", {"path": str(place)})
    first = place.read_bytes()
    sent("folder", {"path": str(place)})

    with zipfile.ZipFile(place) as packed:
        assert {name: packed.read(name) for name in packed.namelist()} == edition.files
    assert place.read_bytes() == first


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda f: (f / "manifest.json").unlink(), "không có manifest.json"),
        (lambda f: (f / "index.html").write_bytes(b"x"), "index.html: đã bị sửa"),
        (lambda f: (f / "la.html").write_bytes(b"x"), "la.html: tệp lạ"),
        (lambda f: (f / "index.html").unlink(), "index.html: thiếu"),
        (lambda f: (f / "manifest.json").write_text("{"), "hỏng"),
    ],
)
def test_what_is_not_a_verified_public_edition_is_refused(sent, edition, tmp_path, spoil, words):
    spoil(edition.folder)

    with pytest.raises(CannotDeploy, match=words):
        sent("folder", {"path": str(tmp_path / "www")})

    assert not (tmp_path / "www").exists()


def test_the_desk_is_never_deployed(sent, site, tmp_path):
    from newsroom.deploy.command import deploy as send_it

    assert site.invoke("build").returncode == 0

    with pytest.raises(CannotDeploy, match=r"manifest\.json"):
        send_it(
            site.root, site.desk, "folder", {"DEPLOY": {"folder": {"path": str(tmp_path / "w")}}},
            dry_run=False, say=print,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("way", "block", "words"),
    [
        ("thu", {}, "Không có cách đăng"),
        ("ftp", {}, "thiếu DEPLOY"),
        ("ftp", {"host": "h", "user": "u", "password": "x1y2z3"}, "Không ghi mật khẩu"),
        ("ftp", {"host": "h", "user": "u", "cong": 1}, "không có mục “cong”"),
    ],
)
def test_settings_that_lack_or_tell_too_much_are_refused(sent, way, block, words):
    with pytest.raises(CannotDeploy, match=words) as refused:
        sent(way, block)

    assert "x1y2z3" not in str(refused.value)


def test_the_whole_command_publishes_and_sends(site):
    from sample import article_text

    site.write("tin-bai/mot.md", article_text())
    conf = site.root / "publishconf.py"
    conf.write_text(conf.read_text() + '\nDEPLOY = {"folder": {"path": "../www"}}\n')

    dry = site.invoke("deploy", "--to", "folder", "--dry-run")
    made = site.invoke("deploy", "--to", "folder")

    assert made.returncode == 0, made.stderr
    assert "Sẽ gửi" in dry.stdout
    expected = site.files()
    del expected["manifest.json"]
    assert tree(site.root.parent / "www") == expected


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("publishconf.py", 'DEPLOY = {"ftp": {"password": "bimat123"}}'),
        ("publishconf.py", 'DEPLOY = {"rsync": {"target": "ftp://u:bimat123@may.vn/x"}}'),
        (".env", "NEWSROOM_FTP_PASSWORD=bimat123"),
        ("id_ed25519", "-----BEGIN OPENSSH PRIVATE KEY-----"),
    ],
)
def test_check_and_deploy_refuse_a_repository_that_holds_a_secret(site, name, text):
    conf = site.root / name
    conf.write_text((conf.read_text() if conf.exists() else "") + f"\n{text}\n")

    checked = site.invoke("check")
    sent = site.invoke("deploy", "--to", "rsync")

    assert checked.returncode == 1
    assert f"{name}:" in checked.stdout
    assert sent.returncode == 1
    assert "bimat123" not in checked.stdout + checked.stderr + sent.stdout + sent.stderr
