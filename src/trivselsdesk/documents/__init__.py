"""What leaves the program: documents on paper and as files."""
