"""Ladders: stages, areas and cumulative expectations, weighted by the kind of workplace."""
