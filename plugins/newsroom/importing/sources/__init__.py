"""The sources that people hand in: a file, a folder, a zip, a mail, words on standard input."""
