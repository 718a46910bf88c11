"""From the disk to the domain: everything under content/, read once, with every problem found.

`loader.load` is the way in. Nothing here knows Pelican.
"""
