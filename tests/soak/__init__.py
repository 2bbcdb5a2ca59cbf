"""A meeting in the real windows, in a hurry: run by ``make soak``, and for some seconds in the suite."""
