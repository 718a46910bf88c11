"""The newsroom: plans, approval, tallies and the site they make, as a Pelican plugin.

    domain/      values and rules: what a plan asks, who may approve, what counts (pure)
    vocabulary   Vietnamese words of the edges <-> English names of the code
    intake/      content/ -> Newsroom, with every problem and its line
    pages/       Publication or Review -> pages of the site
    exports/     Review -> papers that are not web pages
    plugin.py    register(): the Pelican signals, in build order

The way of the data: `intake.loader.load` reads the folder into a `Newsroom`, and
`domain.newsroom.review` holds it against the gate. Its `Publication` is all that the pages of
the public edition ever see.
"""
