"""HTML to the blocks of a page."""
