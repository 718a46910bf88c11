"""Checks of a plan as a whole: whether its entries hang together and make sense."""
