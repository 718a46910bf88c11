"""The newsroom domain: values and rules, from the standard library alone.

Nothing here reads the disk, asks for the time or knows Pelican. Every rule is a pure function
of its arguments; *today* is one of them.
"""
