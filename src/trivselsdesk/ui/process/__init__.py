"""The process in the unit's own words: every text, list and number of it, changed in the window."""
