"""`start`: a school's own site in the place of the demo."""
