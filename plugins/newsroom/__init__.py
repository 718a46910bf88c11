"""The newsroom: plans, approval, tallies and the site they make, as a Pelican plugin.

    buildtools/    cache between builds, parallel work, limits; images/, media/, office_files/:
                   kinds of files; all of them know nothing of newsrooms
    domain/        values and rules: what a plan asks, who may approve, what counts (pure)
    vocabulary     Vietnamese words of the edges <-> English names of the code
    intake/        content/ -> Newsroom, with every problem and its line
    provenance/    git -> who decided, and each item as it was
    pages/         Publication or Evaluation -> pages of the site
    exports/       Evaluation -> papers, packages and findings
    verification/  a finished edition, looked at before the world sees it
    building/      one build: composition, inspection, and the new edition put in place whole
    deploy/        from a verified edition to a host
    commands/      the conversations behind what people type; tasks/: the words and their options
    plugin.py      the entry point of Pelican: register(), every signal in build order

The same subject names the rule in domain/, its reading in intake/, its pages in pages/, its papers
in exports/ and its tests. The way of the data: `intake.folder.loader.load` reads the folder into a
`Newsroom` of records, one for each item, already held against the gate
(`domain.site.indexing`). `domain.site.publication.evaluate_site` parts them; its `Publication` is
all that the pages of the public edition ever see. `pages.build.edition` lists every page with a key
of what it shows; `pages.build.writer` makes those whose key is new.
"""


def register() -> None:
    """Connect the newsroom to Pelican: for a site that names `pelican.plugins.newsroom`."""
    from .plugin import register as connect

    connect()
