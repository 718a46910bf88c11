"""Sites made of text files: Pelican and Hugo, read from their folders."""
