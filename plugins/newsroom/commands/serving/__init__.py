"""`serve`: the desk on this machine, answered to nobody else."""
