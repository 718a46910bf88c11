"""Addresses that items had before: what a line says, where each leads now, which have moved."""
