"""Reading the content folder as a whole: scan, cached parses, one Newsroom."""
