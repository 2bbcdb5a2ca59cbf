"""Parts that the rooms of the window share. Each module holds one kind; import from the module itself."""
