"""The blocks of a page to Markdown, or to clean HTML."""
