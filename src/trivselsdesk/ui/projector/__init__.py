"""The wall: the window that the room sees, the screens it can stand on, and the console's hold on it."""
