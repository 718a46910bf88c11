"""Tallies: what counted, held against the quotas, as points, reports and reminders."""
