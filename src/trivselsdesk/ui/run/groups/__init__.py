"""Work in small groups: making them, working in them, reporting back."""
