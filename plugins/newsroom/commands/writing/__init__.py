"""`new` and `new-year`: questions whose answers make a file."""
