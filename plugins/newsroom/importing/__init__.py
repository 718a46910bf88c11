"""The way into content/ of what was written elsewhere: Word files, pasted text, old sites."""
