"""One module for each standard, one frozen instance for each edition, every limit a field."""
