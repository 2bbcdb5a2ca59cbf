"""The mulighedsrum: theme cards between two axes."""
