"""The papers of a month, a semester, a year: reports, lists, tallies, reminders."""
