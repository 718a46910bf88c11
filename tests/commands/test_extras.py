"""The extras that a task installs at its first use."""

import pytest

from newsroom.tasks import registry


@pytest.fixture
def calls(monkeypatch):
    made = []
    monkeypatch.setattr(registry, "call", lambda *command: made.append(command) or 1)
    return made


def test_what_is_there_is_not_installed_again(calls):
    registry.install_extra("x", "pytest")

    assert calls == []


def test_what_cannot_be_installed_stops_with_words_only_where_it_is_needed(calls, capsys):
    registry.install_extra("x", "no_such_package", is_needed=False)
    with pytest.raises(SystemExit):
        registry.install_extra("x", "no_such_package")

    assert [command[-1].endswith("requirements-x.txt") for command in calls] == [True, True]
    assert "kiểm tra mạng" in capsys.readouterr().err
