"""Looking at a finished edition before the world does. See docs/decisions/0012.

leak patterns     what must not be found: words, names and pictures of what is withheld
reading     bytes as they can be searched: words, and what is packed inside other files
page_check  one file by itself: whether it is well formed, where it leads, how large it is
edition     what the inspector is told of an edition, and what it says of it
offered     an attachment: is it what it says, and free of what is withheld
inspector   a whole edition: every file by itself, and all of them together
"""
