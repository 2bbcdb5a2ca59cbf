"""The page of what was lifted to others: where each matter is, and which answers are awaited."""
