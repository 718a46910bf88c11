"""Faults of what an item shows or offers, and of items seen together."""
