"""The page where pulses are made, answered from paper or in turn, counted and read."""
