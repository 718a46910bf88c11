"""The kinds of file that can be cleaned, for those who only ask: cleaning takes long to import."""

# Every change of what is taken out needs another number: it is part of every copy's name.
RECIPE = "clean 1"
CLEANED = (".pdf", ".docx", ".xlsx", ".pptx", ".zip")
