"""Building an edition: composition, inspection, and putting it in place whole."""
