"""A page as readers see it: the blocks that two texts have in common, whatever they are in."""
