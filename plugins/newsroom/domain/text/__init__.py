"""Vietnamese text as people type it: letters, encodings, dates, and what it tells of people."""
