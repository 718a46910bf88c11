"""Reading a text: bytes to characters, Markdown to HTML, links to what they mean."""
