"""What the program costs, as ratios measured in one run. Printed, never asserted."""
