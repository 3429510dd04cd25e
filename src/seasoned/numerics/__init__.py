"""Arrays in, arrays out; no people."""
