import pytest
from old_school import School


@pytest.fixture
def school(tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSROOM_TODAY", "2024-11-30")
    return School(tmp_path / "truong")
