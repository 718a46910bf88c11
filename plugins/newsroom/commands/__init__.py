"""The commands that ask, decide and answer: what stands behind the tasks of tasks.py.

Each module is one conversation with the user. Like publishing.py they are entry points: they may
import every package, and nobody imports them but tasks.py.
"""
