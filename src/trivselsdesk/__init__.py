"""Trivselsdesk: an offline desktop program for workplaces that hold trivselsdialog."""

__version__ = "0.1.0"
