"""Item parameters from answers: dense and sparse two-parameter items, ordered ratings, online updates."""
