"""From standing to readiness, gaps, capacity and a plan with reasons."""
