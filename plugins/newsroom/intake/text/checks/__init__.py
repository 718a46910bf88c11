"""Checks of a text as it was typed: its characters, shape, size, links and slips."""
