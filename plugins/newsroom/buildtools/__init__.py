"""What makes builds quick and knows nothing of newsrooms: records, processes, versions.

The cellar of the house: it imports nothing of ours, and every floor but `domain/` may use it.
"""
