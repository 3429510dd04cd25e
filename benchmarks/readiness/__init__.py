"""Readiness verdicts held to people whose truth is known."""
