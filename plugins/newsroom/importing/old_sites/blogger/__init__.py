"""Blogger: its backup, an Atom feed, read as a stream."""
