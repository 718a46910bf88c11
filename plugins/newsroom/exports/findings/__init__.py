"""Findings in words: for the terminal, for forges, for other programs."""
