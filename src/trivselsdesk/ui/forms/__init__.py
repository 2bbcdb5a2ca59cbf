"""Forms on the screen: after the meeting, in the preparation, and in a part of a meeting."""
