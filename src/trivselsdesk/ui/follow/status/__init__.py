"""The statuspil: how far every action is."""
