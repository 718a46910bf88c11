"""`report`, `photos`, `dossier`, `dispatch`, `carried`, `remind`: papers for the office."""
