"""The most that a host takes, by table: at the limit, one above it, and for which hosts."""

import pytest

from newsroom.domain.site.host_limits import (
    CLOUDFLARE,
    GITHUB,
    excesses,
    limits_of,
    possible_limits,
)

MIB = 1024 * 1024


@pytest.mark.parametrize(
    ("size", "refusing"),
    [
        (25 * MIB, []),
        (25 * MIB + 1, ["Cloudflare Pages"]),
        (100 * MIB, ["Cloudflare Pages"]),
        (100 * MIB + 1, ["Cloudflare Pages", "GitHub"]),
    ],
)
def test_a_file_is_too_large_from_the_first_byte_above_the_limit(size, refusing):
    found = excesses({"tep/a.pdf": size}, (CLOUDFLARE, GITHUB))

    assert [one.limit.service for one in found] == refusing


@pytest.mark.parametrize(("files", "counted"), [(20_000, []), (20_001, [20_001])])
def test_more_files_than_cloudflare_takes_are_counted(files, counted):
    found = excesses(dict.fromkeys(map(str, range(files)), 1), (CLOUDFLARE, GITHUB))

    assert [one.files for one in found] == counted


@pytest.mark.parametrize(
    ("ways", "limits"),
    [
        ([], (CLOUDFLARE, GITHUB)),
        ([("folder", "")], (CLOUDFLARE, GITHUB)),
        ([("folder", "cloudflare")], (CLOUDFLARE,)),
        ([("github", "")], (GITHUB,)),
        ([("ftp", ""), ("rsync", ""), ("sftp", "")], ()),
        ([("ftp", ""), ("github", "")], (GITHUB,)),
    ],
)
def test_where_the_settings_tell_the_host_only_its_limits_are_asked(ways, limits):
    assert possible_limits(ways) == limits


@pytest.mark.parametrize(
    ("way", "service", "limits"),
    [
        ("github", "", (GITHUB,)),
        ("folder", "cloudflare", (CLOUDFLARE,)),
        ("folder", "", ()),
        ("ftp", "", ()),
    ],
)
def test_a_way_to_deploy_is_refused_by_its_own_limits_alone(way, service, limits):
    assert limits_of(way, service) == limits
