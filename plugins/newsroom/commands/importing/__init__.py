"""`import`: an old site moves in, with a report of what came, what did not, and why."""
