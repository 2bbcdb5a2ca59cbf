"""The room where one sees what became of it: the statuspil."""
