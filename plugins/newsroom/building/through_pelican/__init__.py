"""Pelican as the second entry point of a build: its settings, its objects, one run of it."""
