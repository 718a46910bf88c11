"""Lists of articles: home, months, groups, feeds, search, galleries, the site map."""
