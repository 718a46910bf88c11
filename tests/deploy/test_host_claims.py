"""The list that lies on a host is a claim: it deletes nothing that is not the site's."""

import hashlib
import json

import pytest
from hosts import tree

from newsroom.deploy.hosts.host import CannotDeploy

LIST = ".ht-newsroom.json"
# The attack as it was reported, and its kind.
OUTSIDE = {
    "../other/luan-van.docx": "x",
    "/abs/path": "x",
    "": "x",
    "a\0b": "x",
    "C:/x.txt": "x",
    "..\\other\\luan-van.docx": "x",
    "tin-bai/../../other/luan-van.docx": "x",
    "./a": "x",
    "tin-bai//a": "x",
    "a\nb": "x",
    "a/" * 600 + "b": "x",
    LIST: "x",
    "index.html": 7,
}


@pytest.fixture
def edition(edition):
    """Few files: each way to deploy is tried many times."""
    edition.few()
    return edition


def sha(content):
    return hashlib.sha256(content).hexdigest()


@pytest.fixture
def neighbour(place):
    """A folder of somebody else beside the target, with a thesis and an empty folder."""
    _, _, arrived = place
    other = arrived.parent / "other"
    (other / "trong").mkdir(parents=True)
    (other / "luan-van.docx").write_bytes(b"ba nam")
    return other


def everything_in(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def claims(arrived, files, **more):
    (arrived / LIST).write_text(json.dumps({"files": files, **more}))


def test_a_list_that_names_what_lies_outside_deletes_nothing_and_later_deploys_succeed(
    sent, edition, place, neighbour
):
    way, block, arrived = place
    sent(way, block)
    claims(arrived, OUTSIDE)

    said = sent(way, block)
    later = sent(way, block)

    assert everything_in(neighbour) == {"trong", "luan-van.docx"}
    assert tree(arrived) == edition.files
    assert f"có {len(OUTSIDE)} mục không hợp lệ" in said[0]
    assert any("../other/luan-van.docx” dẫn ra ngoài" in line for line in said)
    assert not any("\0" in line or "\n" in line for line in said)
    assert later == [f"Đã gửi 0 tệp, xóa 0 tệp ({way})."]


def test_a_dry_run_of_it_says_the_same_and_promises_no_deletion(sent, edition, place, neighbour):
    way, block, arrived = place
    sent(way, block)
    claims(arrived, {path: sha(c) for path, c in edition.files.items()} | OUTSIDE)

    said = sent(way, block, dry_run=True)

    assert "không hợp lệ" in said[0]
    assert not any(line.startswith("xóa") for line in said)


def test_a_file_of_somebody_in_the_target_stays_though_the_list_calls_it_ours(sent, edition, place):
    way, block, arrived = place
    sent(way, block)
    (arrived / "cua-co-lan").mkdir()
    (arrived / "cua-co-lan/giao-an.docx").write_bytes(b"giao an")
    (arrived / "cua-co-lan/trong").mkdir()
    ours = {path: sha(content) for path, content in edition.files.items()}
    claims(
        arrived,
        {**ours, "cua-co-lan/giao-an.docx": sha(b"la")},
        folders=["cua-co-lan", "cua-co-lan/trong", "../other"],
    )

    said = sent(way, block)

    assert tree(arrived) == {**edition.files, "cua-co-lan/giao-an.docx": b"giao an"}
    assert (arrived / "cua-co-lan/trong").is_dir()
    assert any("Để yên 1 tệp" in line for line in said)


def test_only_folders_that_this_site_made_go_when_they_are_empty(sent, edition, place):
    way, block, arrived = place
    (arrived / "tin-bai/2024/10").mkdir(parents=True)
    sent(way, block)

    for path in [path for path in edition.files if path.startswith("tin-bai/2024/")]:
        del edition.files[path]
    edition.write()
    sent(way, block)

    left = {path for path in everything_in(arrived) if path.startswith("tin-bai")}
    assert left == {"tin-bai", "tin-bai/2024", "tin-bai/2024/10"}


@pytest.mark.parametrize("folder", ["tin-bai", "tin-bai/2024/10/bai-7"])
def test_a_link_in_the_place_of_a_folder_is_not_followed(sent, edition, place, neighbour, folder):
    way, block, arrived = place
    sent(way, block)
    moved = arrived / folder
    moved.rename(neighbour / "that")
    moved.symlink_to(neighbour / "that", target_is_directory=True)
    before = tree(neighbour)

    edition.change()
    edition.files["tin-bai/2024/11/mot/index.html"] = b"<html>moi</html>"
    edition.write()
    with pytest.raises(CannotDeploy, match=f"(?s)liên kết.*“{folder}”"):
        sent(way, block)

    assert tree(neighbour) == before
    assert moved.is_symlink()
    assert (arrived / "index.html").read_bytes() == b"<html>2</html>"

    moved.unlink()
    sent(way, block)
    assert tree(arrived) == edition.files
    assert tree(neighbour) == before


def test_the_target_itself_may_be_a_link(sent, edition, tmp_path):
    (tmp_path / "dia-lon").mkdir()
    (tmp_path / "www").symlink_to(tmp_path / "dia-lon", target_is_directory=True)

    sent("folder", {"path": str(tmp_path / "www")})

    assert tree(tmp_path / "dia-lon") == edition.files


def test_a_link_in_the_place_of_a_file_is_replaced_and_not_written_through(
    sent, edition, place, neighbour
):
    way, block, arrived = place
    sent(way, block)
    thesis = neighbour / "luan-van.docx"
    for name in ("index.html", "index.html.newsroom-tmp"):
        (arrived / name).unlink(missing_ok=True)
        (arrived / name).symlink_to(thesis)

    edition.change()
    sent(way, block)

    assert thesis.read_bytes() == b"ba nam"
    assert (arrived / "index.html").read_bytes() == b"<html>2</html>"


BROKEN = {
    "no JSON": b"{",
    "another shape": b'["a"]',
    "files are no table": b'{"files": ["a"]}',
    "a key twice": b'{"files": {}, "files": {"a": "b"}}',
    "no UTF-8": b'{"files": {"\xff": "x"}}',
    "nested": b'{"files":' + b"[" * 100_000,
    "a later version": b'{"schema": 2, "files": {}}',
    "empty": b"",
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_list_is_a_fresh_start(sent, edition, tmp_path, content):
    block, arrived = {"path": str(tmp_path / "www")}, tmp_path / "www"
    sent("folder", block)
    (arrived / LIST).write_bytes(content)
    (arrived / "cua-nguoi-khac.txt").write_bytes(b"x")

    edition.change()
    said = sent("folder", block)

    assert tree(arrived) == {**edition.files, "cua-nguoi-khac.txt": b"x"}
    assert "hỏng" in said[0]
    assert sent("folder", block)[-1] == "Đã gửi 0 tệp, xóa 0 tệp (folder)."


@pytest.mark.parametrize("spoil", ["broken", "gone"])
def test_without_a_list_what_this_machine_sent_and_is_no_more_goes_all_the_same(
    sent, edition, place, spoil
):
    way, block, arrived = place
    sent(way, block)
    (arrived / LIST).unlink()
    if spoil == "broken":
        (arrived / LIST).write_bytes(b"{")
    (arrived / "cua-nguoi-khac.txt").write_bytes(b"x")

    edition.change()
    said = sent(way, block)

    assert tree(arrived) == {**edition.files, "cua-nguoi-khac.txt": b"x"}
    assert said[-1] == f"Đã gửi {len(edition.files)} tệp, xóa 1 tệp ({way})."


def test_a_huge_list_is_not_read_to_its_end(sent, edition, place, monkeypatch):
    from newsroom.deploy import host_list

    way, block, arrived = place
    sent(way, block)
    monkeypatch.setattr(host_list, "LARGEST", 2_000)
    (arrived / LIST).write_bytes(b'{"files": {}}' + b" " * 300_000)

    sent(way, block)

    assert tree(arrived) == edition.files


def test_a_sending_that_broke_before_a_withdrawal_leaves_nothing_behind(edition, tmp_path):
    from test_deploy import Failing

    from newsroom.deploy.hosts.to_folder import FolderHost
    from newsroom.deploy.sending import send
    from newsroom.verification.manifest import parse_manifest

    def told():
        return parse_manifest((edition.folder / "manifest.json").read_bytes())

    Failing.left = 6
    with pytest.raises(OSError, match="đứt"):
        send(Failing(tmp_path / "www"), edition.folder, told())
    arrived = [path for path in tree(tmp_path / "www") if path.startswith("tin-bai/")]
    for path in arrived:
        del edition.files[path]
    edition.write()

    send(FolderHost(tmp_path / "www"), edition.folder, told())

    assert arrived
    assert tree(tmp_path / "www") == edition.files
