"""Seasoned: one honest yardstick for a machine-learning engineer's career."""

__version__ = "0.1.0"
