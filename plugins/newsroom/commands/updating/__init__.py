"""`update`: a newer version of the software for a school that has its own content."""
