"""Whatever a host, a manifest or git says: it is parsed or refused, and names nothing outside."""

import hashlib
import json
from datetime import date
from pathlib import Path, PurePosixPath, PureWindowsPath

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from newsroom.buildtools.terminal import printed
from newsroom.deploy.host_list import ON_HOST, HostList, ListState, noted, parse_host_list
from newsroom.deploy.hosts.ftp_listing import parse_listing
from newsroom.deploy.hosts.host import Kind
from newsroom.deploy.hosts.to_folder import FolderHost
from newsroom.deploy.hosts.to_github import parse_tree
from newsroom.deploy.hosts.to_rsync import parse_rsync_listing
from newsroom.deploy.sending import send
from newsroom.deploy.settings import KEYS
from newsroom.deploy.settings_values import value_fault
from newsroom.domain.site.site_path import path_fault
from newsroom.verification.manifest import Manifest, ManifestEntry, NotVerified, parse_manifest

few = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
KEY = sorted({key for must, may in KEYS.values() for key in (*must, *may)})
names = st.text() | st.sampled_from(
    ["..", ".", "", "a", "con", "C:", "~", "-x", "a\0", "anh", "tin-bai", "\ud800", "ế", "a\\b"]
)
paths = st.lists(names, max_size=4).map("/".join)
digests = st.sampled_from(["x", "", "0" * 64, "A" * 64, "0" * 63]) | st.integers() | st.none()
plain = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
trees = st.recursive(
    plain,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)
lists = st.fixed_dictionaries(
    {"files": st.dictionaries(paths, digests, max_size=6)},
    optional={
        "schema": st.sampled_from([1, 2, "1", None]),
        "pending": st.dictionaries(paths, digests, max_size=3) | plain,
        "folders": st.lists(paths | plain, max_size=3) | plain,
        "date": st.sampled_from(["2026-11-21", "9999-12-31", "2026-02-30", ""]) | plain,
        "removed": st.lists(paths | plain, max_size=3) | plain,
    },
)


def in_json(tree):
    return json.dumps(tree).encode()


def is_inside(path):
    windows, posix = PureWindowsPath(path), PurePosixPath(path)
    return (
        not windows.drive
        and not windows.root
        and not posix.is_absolute()
        and ".." not in windows.parts
        and windows.parts == posix.parts == tuple(path.split("/"))
        and path.isprintable()
        and len(path.encode()) <= 1_000
    )


def is_ours(path):
    return not path_fault(path) and path != ON_HOST


@few
@given(paths)
def test_a_path_without_fault_lies_below_its_folder_on_every_system(path):
    assert path_fault(path) or is_inside(path)


@few
@given(st.binary() | trees.map(in_json) | lists.map(in_json))
@example(b'{"files":' + b"[" * 100_000)
@example(b'{"files": {"a": ' + b"9" * 10_000 + b"}}")
@example(b'\xef\xbb\xbf{"files": {}}')
@example(b'{"files": {}, "pending": NaN}')
def test_a_list_of_a_host_is_parsed_or_broken(content):
    told = parse_host_list(content)

    for path, digest in {**told.pending, **told.files}.items():
        assert is_inside(path)
        assert path != ON_HOST
        assert digest == "" or len(digest) == len(digest.encode()) == 64
    assert all(map(is_inside, told.folders))
    assert "" not in told.files.values()
    assert all(printed(reason) == reason for reason in told.rejected)


@few
@given(
    st.dictionaries(paths.filter(is_ours), st.just("0" * 64), max_size=5),
    st.lists(paths.filter(is_ours), max_size=3, unique=True),
)
def test_a_list_that_we_write_is_the_list_that_we_read(files, folders):
    told = parse_host_list(noted(files, {}, folders))

    assert told == HostList(files=files, folders=frozenset(folders))
    assert told.state is ListState.READ


@few
@given(
    st.binary()
    | trees.map(in_json)
    | st.fixed_dictionaries(
        {
            "schema": st.sampled_from([1, 2]),
            "edition": st.sampled_from(["public", "desk"]) | plain,
            "date": st.sampled_from(["2026-11-21", "2026-13-01", "20261121"]) | plain,
            "commit": st.sampled_from(["", "0" * 40, "x"]) | plain,
            "files": st.lists(
                st.fixed_dictionaries({"path": paths, "sha256": digests, "size": plain}),
                max_size=2,
            ),
            "removed": st.lists(paths, max_size=2) | plain,
        }
    ).map(in_json)
)
@example(b'{"schema": 1, "files":' + b"[" * 100_000)
def test_a_manifest_is_parsed_into_its_types_or_refused(content):
    try:
        told = parse_manifest(content)
    except NotVerified:
        return

    assert isinstance(told.date, date)
    assert all(map(is_inside, (*told.files, *told.removed)))
    assert all(len(e.sha256) == 64 and type(e.size) is int for e in told.files.values())


@few
@given(
    st.text()
    | st.lists(
        st.tuples(st.sampled_from(["100644 blob ", "120000 blob ", "160000 commit ", ""]), paths)
        .map(lambda entry: f"{entry[0]}{'0' * 40}\t{entry[1]}"),
        max_size=5,
    ).map("\0".join)
)  # fmt: skip
def test_what_git_lists_is_parsed_or_rejected(answer):
    ids, rejected = parse_tree(answer)

    assert all(map(is_inside, ids))
    assert all(printed(reason) == reason for reason in rejected)


@few
@given(
    st.binary()
    | st.lists(
        st.sampled_from(
            [
                "drwxr-xr-x   2 a a 4096 Nov 20 10:15 {}",
                "lrwxrwxrwx 1 a a 9 Nov 20  2024 {} -> /etc",
                "-rw-r--r-- 1 a a 9 2024-11-20 10:15 {}",
                "11-20-26  10:15AM  <DIR>  {}",
                "drwxr-xr-x          4,096 2026/11/28 13:05:44 {}",
            ]
        ).flatmap(lambda form: names.map(form.format)),
        max_size=5,
    ).map(lambda lines: "\r\n".join(lines).encode("utf-8", "surrogatepass"))
)
def test_listings_of_servers_are_read_without_a_fault(answer):
    for found in (parse_listing(answer), parse_rsync_listing(answer)):
        assert all(isinstance(kind, Kind) for kind in (found or {}).values())


@few
@given(st.sampled_from(KEY), trees)
@example("target", "-oProxyCommand=x:y")
@example("target", "a@-oProxyCommand=x:y")
@example("host", "-oProxyCommand=x")
@example("branch", "--upload-pack=x")
@example("remote", "-x")
@example("port", "21 -o ProxyCommand=x")
@example("port", True)
@example("ssh_key", "k' -o ProxyCommand=x '")
def test_no_value_of_the_settings_is_an_option_of_a_program(key, value):
    fault = value_fault(key, value)

    if not fault and key in ("target", "host", "user", "branch", "remote"):
        assert not value.startswith("-")
    if not fault and key == "port":
        assert type(value) is int
    if not fault and key == "ssh_key":
        assert "'" not in value
    assert fault or key in ("port",) or value.isprintable()


@settings(max_examples=25, deadline=None, derandomize=True, database=None)
@given(lists, st.booleans())
def test_no_list_makes_a_sending_touch_what_is_not_the_sites(tmp_path_factory, told, is_first):
    root = tmp_path_factory.mktemp("claims")
    edition, target = root / "output", root / "www"
    for place, content in (
        (edition / "index.html", "trang"),
        (root / "a", "cua nguoi khac"),
        (target / "anh/a", "cua nguoi khac"),
        (target / "tin-bai/con", "cua nguoi khac"),
    ):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(content)
    (target / "a/con").mkdir(parents=True)
    digest = hashlib.sha256(b"trang").hexdigest()
    manifest = Manifest("public", date(2026, 11, 21), "", {"index.html": ManifestEntry(digest, 5)})
    if not is_first:
        send(FolderHost(target), edition, manifest)
    (target / ".ht-newsroom.json").write_bytes(in_json(told))
    before = everything(root)

    send(FolderHost(target), edition, manifest)

    after = everything(root)
    ours = {"www/index.html", "www/.ht-newsroom.json"}
    assert after.keys() - before.keys() <= ours
    assert {p: c for p, c in before.items() if p not in ours}.items() <= after.items()
    assert send(FolderHost(target), edition, manifest) == ((), ())


def everything(folder: Path):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }
