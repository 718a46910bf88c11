"""A Word file (.docx), as Word, Google Docs, WPS and LibreOffice write it, to blocks and pictures.

`read_word(path)` is the whole of it. `package.py` opens the file; `preparing/` makes it plain, so
that nothing is in it but what was meant to be read, each run with its look worked out by `looks/`;
mammoth turns that into HTML (`through_mammoth.py`); `structure/` finds in it lists, headings,
captions and tables.
"""
