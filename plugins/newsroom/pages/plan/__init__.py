"""Pages drawn from the plan: quotas and tallies, rules, calendar."""
