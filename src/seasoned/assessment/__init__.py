"""The baseline test: items, answers, the choice of the next question, calibration and item quality."""
