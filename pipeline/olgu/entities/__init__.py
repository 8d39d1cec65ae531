"""Entities of a whole run: which persons, organisations and places of its articles are the same, and why."""
