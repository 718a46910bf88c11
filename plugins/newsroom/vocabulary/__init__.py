"""Vietnamese words of the edges and English names of the code; the only place where they meet.

For keys and words that people type, the first of each tuple is the word we show; the others are
also understood. All are compared without case, marks and spaces.
"""
