"""The whole site on one day: a record of each item, what is public, what may not go."""
