"""Pages of documents and of disclosure."""
