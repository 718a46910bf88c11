"""The rule about hosts counts as many sizes of a picture as the pages have."""

from newsroom.domain.site.host_limits import RENDITIONS
from newsroom.pages.article.renditions import IN_ARTICLES


def test_a_picture_is_counted_in_as_many_sizes_as_it_goes_out():
    assert len(IN_ARTICLES) == RENDITIONS
