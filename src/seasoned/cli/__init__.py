"""The terminal face: one file a command in ``commands``, each found by its name."""
