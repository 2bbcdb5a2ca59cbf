"""The panels beside the board: drejebog rail, clock, what to say, roles."""
