"""An old NukeViet site: the backup of its database, read without a database server."""
