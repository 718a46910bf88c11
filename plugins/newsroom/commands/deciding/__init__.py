"""`approve`, `return`, `withdraw`, `correct`, `select`: decisions of the board."""
