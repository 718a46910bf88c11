"""The desk of the board: the queue of what waits, and the content plan."""
