"""The provenance of the content from git: commits, and each item as it was at each of them."""
