"""The rules by which a text is read as people type it: docs/huong-dan/go-chu.md, decision 20.

Pure functions on lines stand in their own modules; `extension` gives them to Python-Markdown, and
everyday_markdown.py follows the same functions.
"""

# The class of a list whose items keep the signs that were typed, "a)", and get no others.
LETTERED = "lettered"
