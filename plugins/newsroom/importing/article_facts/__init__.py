"""The facts of an article's header, from what a paper tells and from what its plan knows."""
