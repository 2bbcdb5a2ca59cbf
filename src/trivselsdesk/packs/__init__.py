"""Process packs: processes written as data, and the loader that reads them."""
