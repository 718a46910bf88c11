"""The approval rule: who may approve, what an approval is worth, what still blocks an item."""
