"""Image files: looking at them, and making renditions without metadata."""
