"""Reading a header: one fact a line, decisions, files, and what to say of a slip."""
