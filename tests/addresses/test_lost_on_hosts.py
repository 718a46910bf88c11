"""A machine that never published is told by the host which public addresses a sending takes."""

import shutil

import pytest
from sample import article_text


@pytest.fixture
def fresh_clone(site):
    """A site that stands on a host, and a machine that has the content alone."""
    for name in ("mot", "hai", "ba"):
        site.write(f"tin-bai/{name}.md", article_text(f"Bài {name}.", title=f"Tiêu đề {name}"))
    conf = site.root / "publishconf.py"
    conf.write_text(conf.read_text() + '\nDEPLOY = {"folder": {"path": "../www"}}\n')
    assert site.invoke("deploy", "--to", "folder").returncode == 0
    for name in ("output", ".output-editions", ".cache"):
        shutil.rmtree(site.root / name, ignore_errors=True)
    for place in site.root.glob(".newsroom-*"):
        shutil.rmtree(place)
    return site


def moved(site):
    path = site.content / "tin-bai/mot.md"
    path.write_text(path.read_text().replace("ngày: 12/11/2024", "ngày: 12/10/2024"))


def test_deploy_says_which_addresses_go_with_the_line_that_keeps_each(fresh_clone):
    moved(fresh_clone)

    made = fresh_clone.invoke("deploy", "--to", "folder")

    assert "1 địa chỉ công khai không còn mở được:" in made.stdout
    assert "content/tin-bai/mot.md dòng  địa chỉ cũ: /tin-bai/2024/11/mot/" in made.stdout


def test_a_machine_whose_publish_has_said_it_says_it_once(fresh_clone):
    fresh_clone.invoke("deploy", "--to", "folder")
    moved(fresh_clone)

    made = fresh_clone.invoke("deploy", "--to", "folder")

    assert (made.stdout + made.stderr).count("không còn mở được") == 1


def test_what_was_taken_down_is_no_loss_on_a_host_either(fresh_clone):
    path = fresh_clone.content / "tin-bai/mot.md"
    line = "---\ntrả lại: Phó Mẫu, 20/11/2024, Nhầm\n"
    path.write_text(path.read_text().replace("---\n", line, 1))

    made = fresh_clone.invoke("deploy", "--to", "folder")

    assert made.returncode == 0
    assert "không còn mở được" not in made.stdout + made.stderr
