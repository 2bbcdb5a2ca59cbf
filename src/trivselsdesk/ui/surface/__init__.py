"""What stands on a board or in a mulighedsrum and how it is painted: shared by the console and the wall."""
