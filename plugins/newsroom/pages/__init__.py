"""From the domain to Pelican: pages as values, made from what may be shown, then written.

Each module has one kind of page. They translate and never decide: what is public was settled in
`domain.site.publication`, what a count means in `domain.tally`.
"""
