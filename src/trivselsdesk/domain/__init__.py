"""What a programme is and how it behaves. Standard library only."""
