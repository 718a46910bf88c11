"""The text that somebody handed in: told apart from what stands around it, which is used."""
