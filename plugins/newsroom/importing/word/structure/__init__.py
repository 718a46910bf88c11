"""The paragraphs of a document as what they are: headings, lists, tables, pictures, captions."""
