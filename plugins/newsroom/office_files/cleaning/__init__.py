"""Cleaning office files: what a file shows stays, what it tells besides goes."""
