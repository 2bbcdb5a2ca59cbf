"""Who works on which initiative, in the meeting and beside the handleplan."""
