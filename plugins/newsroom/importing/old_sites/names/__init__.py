"""Names of an old site and what they are in the plans: by themselves, or by the table nhap.yaml."""
