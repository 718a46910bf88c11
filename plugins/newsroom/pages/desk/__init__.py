"""Pages of the desk edition: queue, previews, audit log, content plan."""
