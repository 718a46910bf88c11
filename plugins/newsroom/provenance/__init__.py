"""What git tells of the content: commits, and each item as it was at each of them."""
