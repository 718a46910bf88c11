"""HTML of any editor to the Markdown that reads back to the same page, or to clean HTML."""
