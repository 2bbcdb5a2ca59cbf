"""The stroke vote: counting the strokes, and deciding who goes on."""
