"""What one observation, one standing and one verdict cost."""
