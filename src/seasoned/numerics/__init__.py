"""Arrays in, arrays out, no people: normal, gaussian (one state, one update), hierarchy, readiness."""
