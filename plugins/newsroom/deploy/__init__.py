"""From a verified public edition to a host. See docs/huong-dan/dang-len-may-chu.md.

command      deploy --to …
settings     the block DEPLOY of publishconf.py; settings_values: each value in its type
limits       what a host would not take
host         a place that takes files; host_list: what it tells, a claim until parsed
sending      what has to go, in which order, and how a broken sending goes on; remarks: its words
deletions    what may be deleted; knowledge and withheld_addresses: what this site itself knows
passwords    from the environment or the system's keyring; extras: what only some install
to_folder    a folder or a zip; to_ftp (ftp_listing), to_sftp, to_rsync, to_github
"""
