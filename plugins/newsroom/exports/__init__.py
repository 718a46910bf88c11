"""From the domain to what is not a web page: text for the terminal, later the office's papers."""
