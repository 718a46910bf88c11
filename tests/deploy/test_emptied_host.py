"""Nobody empties a host by mistake: deploy asks the host's list what publish asks the output."""

import json
import re
import shutil

import pytest
from hosts import tree
from sample import article_text

from newsroom.deploy.hosts.host import CannotDeploy

LIST = ".ht-newsroom.json"


@pytest.fixture(scope="module")
def deployed(module_site):
    for n in range(12):
        module_site.write(f"tin-bai/bai-{n}.md", article_text(f"Bài {n}.", title=f"Bài {n}"))
    conf = module_site.root / "publishconf.py"
    conf.write_text(conf.read_text() + '\nDEPLOY = {"folder": {"path": "../www"}}\n')
    assert module_site.invoke("deploy", "--to", "folder").returncode == 0
    return module_site


@pytest.fixture
def site(deployed, tmp_path):
    """Another machine, with a fresh clone: nothing is built there, the host has the whole site."""
    site = deployed.copied(tmp_path)
    shutil.copytree(deployed.root.parent / "www", site.root.parent / "www")
    shutil.rmtree(site.output)
    shutil.rmtree(site.root / ".cache/deployed")
    return site


def www(site):
    return site.root.parent / "www"


def half_deleted(site):
    for n in range(6):
        (site.content / f"tin-bai/bai-{n}.md").unlink()


def test_a_sending_that_would_delete_half_of_the_pages_is_refused(site):
    before = tree(www(site))
    half_deleted(site)

    made = site.invoke("deploy", "--to", "folder")

    assert made.returncode == 1
    assert "Chưa gửi gì cả" in made.stderr
    assert "6 trong 12" in made.stderr
    assert "/tin-bai/2024/11/bai-0/" in made.stderr
    assert re.findall(r"--[a-z-]+", made.stderr) == ["--to", "--allow-removals"]
    assert tree(www(site)) == before
    assert site.invoke("deploy", "--to", "folder", "--allow-removals").returncode == 0
    assert "tin-bai/2024/11/bai-0/index.html" not in tree(www(site))


def test_a_dry_run_says_it_and_what_would_go(site):
    half_deleted(site)

    made = site.invoke("deploy", "--to", "folder", "--dry-run")

    assert made.returncode == 0
    assert "6 trong 12" in made.stdout
    assert "xóa tin-bai/2024/11/bai-0/index.html" in made.stdout


@pytest.mark.parametrize("decision", ["gỡ", "trả lại"])
def test_what_was_decided_is_deleted_however_much_it_is(site, decision):
    for n in range(10):
        line = {decision: "Phó Mẫu, 30/11/2024, Gia đình"}
        site.write(f"tin-bai/bai-{n}.md", article_text(f"Bài {n}.", title=f"Bài {n}", **line))

    made = site.invoke("deploy", "--to", "folder")

    assert made.returncode == 0, made.stderr
    assert b"B\xc3\xa0i 3." not in b"".join(tree(www(site)).values())


def test_an_edition_of_an_earlier_day_than_the_one_on_the_host_is_refused(site):
    before = tree(www(site))
    site.today = "2024-11-29"

    made = site.invoke("deploy", "--to", "folder")

    assert made.returncode == 1
    assert "29/11/2024" in made.stderr
    assert "30/11/2024" in made.stderr
    assert tree(www(site)) == before
    assert site.invoke("deploy", "--to", "folder", "--as-is").returncode == 0


def told(site, **more):
    place = www(site) / LIST
    place.write_text(json.dumps({**json.loads(place.read_text()), **more}))


def test_the_list_of_an_earlier_version_tells_no_day_and_stops_nobody(site):
    place = www(site) / LIST
    files = json.loads(place.read_text())["files"]
    place.write_text(json.dumps({"schema": 1, "files": files}))
    site.today = "2024-11-29"

    assert site.invoke("deploy", "--to", "folder").returncode == 0


@pytest.mark.parametrize(
    "more",
    [
        {"date": "không"},
        {"date": 7, "removed": 7},
        {"removed": [None, "../x", {}]},
        {"date": "9999-99-99", "removed": {"a": 1}},
    ],
)
def test_a_list_that_tells_nonsense_stops_nobody(site, more):
    told(site, **more)

    made = site.invoke("deploy", "--to", "folder")

    assert made.returncode == 0, made.stderr


def test_pages_that_a_list_invents_are_not_counted(site):
    place = www(site) / LIST
    files = json.loads(place.read_text())["files"]
    invented = {f"tin-bai/2024/10/x-{n}/index.html": "0" * 64 for n in range(90)}
    told(site, files={**files, **invented})

    assert site.invoke("deploy", "--to", "folder").returncode == 0


def test_notices_of_removal_may_go_with_their_files(site):
    for n in range(6):
        line = {"gỡ": "Phó Mẫu, 30/11/2024, Gia đình"}
        site.write(f"tin-bai/bai-{n}.md", article_text(f"Bài {n}.", title=f"Bài {n}", **line))
    assert site.invoke("deploy", "--to", "folder").returncode == 0
    assert "tin-bai/2024/11/bai-0/index.html" in tree(www(site))
    half_deleted(site)

    made = site.invoke("deploy", "--to", "folder")

    assert made.returncode == 0, made.stderr
    assert "tin-bai/2024/11/bai-0/index.html" not in tree(www(site))


def test_a_branch_of_github_is_asked_the_same(sent, edition, bare):
    sent("github", {})
    for n in range(10):
        del edition.files[f"tin-bai/2024/10/bai-{n}/index.html"]
    edition.write()

    with pytest.raises(CannotDeploy, match="10 trong 61"):
        sent("github", {})

    assert sent("github", {}, dry_run=True)[-1] == "Sẽ gửi 0 tệp, xóa 10 tệp (github)."
