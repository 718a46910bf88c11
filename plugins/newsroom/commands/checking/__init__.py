"""`check` and what it asks of files, hosts and git."""
