"""Reading plans, the school file, the calendar and the registers, each checked against a form."""
