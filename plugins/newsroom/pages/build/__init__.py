"""Building pages: their frame, the theme, the renderer, the incremental writer."""
