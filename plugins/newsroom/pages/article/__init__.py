"""The page of an article: text, renditions of its images, video, what stands around it."""
