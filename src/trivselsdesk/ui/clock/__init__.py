"""The meeting's clock: its transitions, its face and its panel, for every room that runs by it."""
