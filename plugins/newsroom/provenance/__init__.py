"""What git tells of the content: commits, and each manuscript as it was at each of them."""
