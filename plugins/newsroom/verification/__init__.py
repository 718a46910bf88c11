"""The inspection of a finished edition before it is published. See docs/decisions/0012.

leak_patterns  words, names and pictures of withheld items, not to be found
reading        bytes as they can be searched: words, and what is packed inside other files
page_check     one file by itself: whether it is well formed, where it leads, how large it is
redirect_check  old addresses: rules of hosts and small pages, and where they lead
edition        the edition as the inspector is told of it, and the verdict on it
offered        an attachment: is it what it says, and free of what is withheld
file_reporter  one file of an edition by itself
inspector      a whole edition: every file by itself, and all of them together
"""
