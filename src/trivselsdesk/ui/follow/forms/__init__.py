"""The forms of the process that are filled in after the meeting."""
