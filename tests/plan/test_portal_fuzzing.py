"""The one question about links to the offices above, with addresses of any characters."""

import pytest

hypothesis = pytest.importorskip("hypothesis", reason="hypothesis: requirements-dev.txt")

from hypothesis import example, given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

from newsroom.domain.plan.portal import leads_to, place_of  # noqa: E402

PORTALS = ["https://so.example"]

WORDS = st.text(alphabet="so.exampleEVIL@:/\\?#[]%-_ 。／ßạ\t\u200b04", max_size=30)


@settings(max_examples=80, deadline=None, derandomize=True, database=None)
@given(WORDS, WORDS)
@example("so.example", "@evil")
def test_no_words_raise_and_what_passes_ends_in_the_portals_host(host, rest):
    link = f"https://{host}/{rest}"

    if leads_to(link, PORTALS[:1]):
        place = place_of(link)
        assert f".{place.host}".endswith(".so.example")
        assert not {"@", "\\", "%", " "} & set(link.split("/")[2])
