"""Names as people write them: finding the one that is meant, or saying who may be."""
