"""What the room sees on the wall: one function from the meeting's state to what may be shown."""
