"""The board: notes and themes in zones, drawn and moved."""
