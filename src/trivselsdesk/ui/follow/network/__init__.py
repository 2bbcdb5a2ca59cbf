"""The samarbejdskort: who works with whom, about what and when."""
