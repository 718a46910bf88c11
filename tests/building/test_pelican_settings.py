"""Pelican's settings: read by both entry points alike, or refused by both, never passed over."""

import shutil
import sys
from pathlib import Path

import pytest
from pelican.settings import DEFAULT_CONFIG, read_settings

from newsroom.building.errors import BuildRefused
from newsroom.building.publishing import build_edition
from newsroom.building.settings import settings_in
from newsroom.building.through_pelican.accepted_settings import (
    MUST_BE_EMPTY,
    READ,
    READ_IN_ANOTHER_THEME,
    accept,
)
from newsroom.building.through_pelican.defaults import DEFAULTS
from newsroom.pages.build.theme import plain_settings

ROOT = Path(__file__).resolve().parents[2]
# Pelican makes objects of these, which are equal to nothing.
OBJECTS = {"PAGINATION_PATTERNS", "PLUGINS"}
# A value of the same kind that is not the default.
OTHER = {
    bool: lambda value: not value,
    int: lambda value: value + 1,
    str: lambda value: f"{value}x",
    list: lambda value: [*value, "x"],
    dict: lambda value: {**value, "x": "x"},
}
SPECIAL = {
    "PATH": lambda folder: str(folder / "content"),
    "THEME": lambda folder: str(folder / "theme"),
    "THEME_STATIC_PATHS": lambda folder: ["static", "more"],
    "DELETE_OUTPUT_DIRECTORY": lambda folder: True,
    "JINJA_ENVIRONMENT": lambda folder: {"autoescape": True, "trim_blocks": False},
    "PLUGINS": lambda folder: ["newsroom.plugin"],
    "PAGINATION_PATTERNS": lambda folder: [(1, "{name}/x.html", "{name}/x.html")],
    "CACHE_PATH": lambda folder: str(folder / "kho"),
    "OUTPUT_PATH": lambda folder: str(folder / "ra"),
    "LOG_FILTER": lambda folder: [(30, "x")],
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("settings")
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copyfile(ROOT / name, made / name)
    (made / "plugins").symlink_to(ROOT / "plugins")
    (made / "theme").symlink_to(ROOT / "theme")
    (made / "content").mkdir()
    return made


def test_the_defaults_are_pelicans():
    assert {"THEME": DEFAULT_CONFIG["THEME"], **DEFAULTS} == DEFAULT_CONFIG


@pytest.mark.parametrize("conf", ["pelicanconf.py", "publishconf.py"])
def test_the_settings_of_this_site_are_those_that_pelican_reads(folder, conf):
    assert compared(settings_in(folder / conf)) == compared(read_settings(str(folder / conf)))


@pytest.fixture(autouse=True)
def left_as_it_was():
    """Pelican leaves what it imports behind: other tests of this process have settings too."""
    path, modules = sys.path[:], set(sys.modules)
    yield
    sys.path[:] = path
    for name in {"pelicanconf", "publishconf", *sys.modules} - modules:
        if name.endswith("conf"):
            sys.modules.pop(name, None)


def test_settings_of_another_folder_are_not_taken_for_these(folder, tmp_path):
    other = tmp_path / "other"
    shutil.copytree(folder, other, symlinks=True)
    read_settings(str(other / "publishconf.py"))

    assert settings_in(folder / "publishconf.py")["PATH"] == str(folder / "content")


def compared(settings):
    return {name: value for name, value in settings.items() if name not in OBJECTS}


def other_value(name, folder):
    if name in SPECIAL:
        return SPECIAL[name](folder)
    default = DEFAULTS[name]
    return "x" if default is None else OTHER[type(default)](default)


def accepted(settings):
    """The settings as a build takes them; the words of the refusal where it does not."""
    try:
        accept(settings)
    except BuildRefused as refused:
        return str(refused)
    return compared(settings)


@pytest.mark.parametrize("name", DEFAULT_CONFIG)
def test_each_setting_is_read_alike_by_both_or_refused_with_words(folder, name):
    value = other_value(name, folder)
    file = folder / f"{name.lower()}_conf.py"
    file.write_text(
        f"{(ROOT / 'publishconf.py').read_text()}\n{name} = {value!r}\n".replace(
            "PLUGINS = ['newsroom.plugin']", "pass"
        )
    )

    if name == "ARTICLE_PERMALINK_STRUCTURE":
        # Pelican fails over this name of old where ARTICLE_URL and the like are not set.
        with pytest.raises(BuildRefused):
            settings_in(file)
        return

    ours, pelicans = accepted(settings_in(file)), accepted(dict(read_settings(str(file))))

    assert ours == pelicans
    if name in READ:
        assert isinstance(ours, dict), ours
    elif isinstance(ours, str):
        assert name in ours
    else:
        # Pelican itself made nothing of the other value.
        assert ours == accepted(dict(read_settings(str(folder / "publishconf.py"))))


def test_no_setting_is_forgotten():
    assert (READ | READ_IN_ANOTHER_THEME).isdisjoint(MUST_BE_EMPTY)
    assert (READ | READ_IN_ANOTHER_THEME | {*MUST_BE_EMPTY}) <= DEFAULT_CONFIG.keys()


@pytest.mark.parametrize(
    "line", ["MD_EXTENSIONS = []", "ARTICLE_DIR = 'tin-bai'", "FEED = 'f.xml'"]
)
def test_a_name_of_old_is_understood_as_pelican_understands_it(folder, line):
    file = folder / "old_conf.py"
    file.write_text(f"{(ROOT / 'publishconf.py').read_text()}\n{line}\n")

    assert accepted(settings_in(file)) == accepted(dict(read_settings(str(file))))


def refusal(folder, line, read):
    file = folder / "odd_conf.py"
    file.write_text(f"{(ROOT / 'publishconf.py').read_text()}\n{line}\n")
    with pytest.raises(BuildRefused) as refused:
        accept(dict(read(file)))
    return str(refused.value)


@pytest.mark.parametrize(
    "line",
    [
        "JINJA_ENVIRONMENT = {'autoescape': lambda name: False}",
        "JINJA_ENVIRONMENT = {'autoescape': True, 'no_such': 1}",
        "JINJA_ENVIRONMENT = {'autoescape': True, 'extensions': ['no.such']}",
        "JINJA_FILTERS = ['x']",
        "JINJA_GLOBALS = None",
        "JINJA_TESTS = 5",
        "ARTICLE_PATHS = ['tin-bai']",
    ],
)
def test_a_value_that_nobody_can_use_is_refused_by_both_in_the_same_words(folder, line):
    ours = refusal(folder, line, settings_in)

    assert ours == refusal(folder, line, lambda file: read_settings(str(file)))
    assert line.partition(" ")[0] in ours
    # What follows from another setting is not held against anybody.
    assert "EXCLUDES" not in ours


@pytest.mark.parametrize(
    "line", ["JINJA_ENVIRONMENT = None", "THEME = None", "THEME_STATIC_PATHS = None", "PLUGINS = 5"]
)
def test_a_value_over_which_pelican_falls_is_refused_with_words(folder, line):
    assert f"Cài đặt {line.partition(' ')[0]} phải là" in refusal(folder, line, settings_in)


def test_a_string_for_a_list_is_read_as_pelican_reads_it(folder):
    file = folder / "string_conf.py"
    file.write_text(f"{(ROOT / 'publishconf.py').read_text()}\nTHEME_STATIC_PATHS = 'static'\n")

    assert settings_in(file)["THEME_STATIC_PATHS"] == ["static"]


@pytest.mark.parametrize(
    "plugins",
    ["[]", "None", "['newsrom']", "'newsroom'", "['pelican.plugins.sitemap']"],
)
def test_nothing_is_published_where_the_newsroom_is_not_among_the_plugins(folder, plugins):
    file = folder / "open_conf.py"
    file.write_text(f"{(ROOT / 'publishconf.py').read_text()}\nPLUGINS = {plugins}\n")

    with pytest.raises(BuildRefused, match="không có cổng duyệt"):
        build_edition(file, folder / "output")

    assert not (folder / "output").exists()


def test_another_filter_is_another_setting_though_it_is_an_object(folder):
    file = folder / "filter_conf.py"
    conf = (ROOT / "publishconf.py").read_text()

    def key(line):
        file.write_text(f"{conf}\n{line}\n")
        return plain_settings(settings_in(file))

    upper = "JINJA_FILTERS = {'f': lambda text: text.upper()}"
    assert key(upper) == key(upper)
    assert key(upper) != key(upper.replace("upper", "lower"))
