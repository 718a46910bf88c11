"""Files that people hand in, looked at before anything reads them.

`word_file(content, name)` is the whole of it for one file: a .docx that is safe to read, or an
error that says what the file is and how to save it as .docx. `unpacked(content, name)` is the same
for an archive of an article and its photos, `refused_link(typed)` for an address in place of a
file.
"""
