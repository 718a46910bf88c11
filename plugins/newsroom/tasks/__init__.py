"""The tasks that people type behind `tasks.py`: the words, their options, the command of each."""
