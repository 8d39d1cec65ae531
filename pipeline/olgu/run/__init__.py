"""Batches of articles through the flow."""
