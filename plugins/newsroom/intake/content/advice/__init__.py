"""Advice to writers before an article is public. Stops nothing."""
