"""Notes that come from elsewhere: starting notes, and spreadsheets with what many have said."""
