"""Our plan beside greedy rules and a second exact solver, on generated tasks."""
