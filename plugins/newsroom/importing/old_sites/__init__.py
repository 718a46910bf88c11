"""An old site moves in: its export as a stream of entries, and their files in content/."""
