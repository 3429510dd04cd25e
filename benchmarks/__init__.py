"""Measurements of Seasoned, each runnable by itself."""
