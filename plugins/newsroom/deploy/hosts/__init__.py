"""The hosts to deploy to: a folder or zip, FTP over TLS, SFTP, rsync, GitHub Pages."""
