"""The audit of a plan: can what it says be done? Asked alike by check, new-year and doctor."""
