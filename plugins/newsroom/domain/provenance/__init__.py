"""Provenance: who wrote which line of a file, by the commits that brought it."""
