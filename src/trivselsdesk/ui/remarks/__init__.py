"""What the opsamler writes down, shared by the rooms that the meeting is held in."""
