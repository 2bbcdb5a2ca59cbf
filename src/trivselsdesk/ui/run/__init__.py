"""The room that carries the meeting: drejebog, board, mulighedsrum, clock."""
