"""The pages of the meeting room that are not a surface with cards."""
