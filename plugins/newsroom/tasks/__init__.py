"""What people type behind `tasks.py`: the words, their options, and which command does it."""
