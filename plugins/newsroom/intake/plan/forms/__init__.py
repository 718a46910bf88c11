"""Forms of YAML files: the kinds of value, read with the line of each problem."""
