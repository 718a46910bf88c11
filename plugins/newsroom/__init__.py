"""The newsroom: plans, approval, tallies and the site they make, as a Pelican plugin.

    machinery/   what makes builds quick and knows nothing of newsrooms: records, processes
    domain/      values and rules: what a plan asks, who may approve, what counts (pure)
    vocabulary   Vietnamese words of the edges <-> English names of the code
    intake/      content/ -> Newsroom, with every problem and its line
    history/     git -> who approved, and each manuscript as it was
    pages/       Publication or Review -> pages of the site, and the press that prints them
    exports/     Review -> papers that are not web pages
    refusal      when a build must not go on
    engine       our own build: only what changed; workshop: the folder in which it is made
    verification/  a finished edition, looked at before the world sees it
    deploy/      from a verified edition to a host
    inspection   what a build shows to the verification
    publishing   the door of tasks.py: by our engine, or through Pelican for other plugins
    plugin.py    the door of Pelican: register(), every signal in build order

The way of the data: `intake.loader.load` reads the folder into a `Newsroom` of dockets, one for
each manuscript, already held against the gate (`domain.docketing.docket_of`).
`domain.newsroom.review` parts them; its `Publication` is all that the pages of the public edition
ever see. `pages.edition` lists every page with a key of what it shows; `pages.press` makes those
whose key is new.
"""
