"""The fields of a header, each declared once: its keys, its kind, and all that follows from it.

Decision 0026 says why the declarations stand here; docs/adding.md how to add one.
"""
