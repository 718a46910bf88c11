"""Reading content items from their files, and advice to their writers."""
