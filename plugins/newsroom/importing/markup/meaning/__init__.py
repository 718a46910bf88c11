"""The meaning of an old page's looks: lists typed by hand, captions, the heads of tables."""
