"""Reading the names in one line of a header."""
