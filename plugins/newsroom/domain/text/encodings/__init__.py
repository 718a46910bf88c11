"""Old Vietnamese encodings: their tables, their signs, and the guess between them."""
