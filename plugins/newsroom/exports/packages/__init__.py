"""Packages of files: submissions, photo packages, the dossier of a year."""
