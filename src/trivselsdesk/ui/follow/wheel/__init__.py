"""The årshjul: the year as a picture and as a list."""
