"""How long content takes to read and check."""
