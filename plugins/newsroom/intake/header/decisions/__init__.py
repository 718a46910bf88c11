"""The lines of a header that say who decided what, and where an article was sent."""
