"""Records to keep: disclosure, retention, the photo archive, the agenda, the dossier."""
