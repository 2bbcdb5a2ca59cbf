"""The page »Aflevering«: what is handed in, to whom and by when, and the sheets for it."""
