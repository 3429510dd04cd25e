"""From documents about a person to suggested evidence, which the person confirms."""
