"""Calibration, adaptive tests and skills of the test room, beside what others offer."""
