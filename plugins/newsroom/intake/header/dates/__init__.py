"""Dates of a header that are none, and the day that was probably meant."""
