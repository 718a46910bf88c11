"""Reading the words of office files, each with its place."""
