"""Cirkelsparring: small groups, one person in focus at a time."""
