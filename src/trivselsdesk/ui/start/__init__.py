"""The start room: today's meeting, the list of programmes, and new ones."""
