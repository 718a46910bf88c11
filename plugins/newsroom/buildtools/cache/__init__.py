"""The cache between builds: one file of plain values, each read against its type."""
