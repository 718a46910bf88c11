"""WordPress: its export (WXR), read as a stream."""
