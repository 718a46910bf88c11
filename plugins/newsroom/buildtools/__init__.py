"""The tools that make builds quick and know nothing of newsrooms: records, processes, versions.

The lowest layer: it imports nothing of ours, and every layer but `domain/` may use it.
"""
