"""The look of words: styles, runs, the numbers that Word counts, old fonts, fonts of signs."""
