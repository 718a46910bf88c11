"""Content items and what belongs to them: decisions, seal, submissions, video, documents."""
