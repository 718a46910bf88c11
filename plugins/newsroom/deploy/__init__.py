"""From a verified public edition to a host. See docs/huong-dan/dang-len-may-chu.md.

sending      what has to go, in which order, and how a broken sending goes on
settings     the block DEPLOY of publishconf.py
passwords    from the environment or the system's keyring; extras: what only some install
to_folder    a folder or a zip; to_ftp, to_sftp, to_rsync, to_github
command      deploy --to …
"""
