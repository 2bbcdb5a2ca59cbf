"""Commands: one frozen dataclass for each thing a user can do, turned into row edits."""
