"""The window: every part of the program that the user sees."""
