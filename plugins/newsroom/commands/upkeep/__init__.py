"""`doctor`, `codeowners`, `audit`, `back`: looking after the repository."""
