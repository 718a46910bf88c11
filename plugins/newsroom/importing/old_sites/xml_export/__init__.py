"""Exports in XML, read as streams whatever a hand or a program broke in them."""
