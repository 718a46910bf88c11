"""Former addresses in the words of each kind of host: rules, maps, and small pages."""
