"""The first run makes .venv; an environment that others keep is left alone."""

import sys

from newsroom import environment


def test_an_environment_behind_a_link_is_never_made_anew(tmp_path, monkeypatch):
    theirs = tmp_path / "theirs"
    (theirs / "bin").mkdir(parents=True)
    (theirs / "bin/python").write_text("")
    (tmp_path / "requirements.txt").write_text("another==1")
    (tmp_path / ".venv").symlink_to(theirs)
    monkeypatch.setattr(sys, "prefix", str(theirs))

    environment.enter_environment(tmp_path)

    assert [p.name for p in theirs.rglob("*")] == ["bin", "python"]
