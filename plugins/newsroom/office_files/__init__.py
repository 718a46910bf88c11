"""Office files (PDF, Word, Excel, PowerPoint) as programs other than the office's see them."""
