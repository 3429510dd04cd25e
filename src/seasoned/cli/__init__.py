"""The terminal face: one file a command in ``commands``, each found by its name.

Light until a command is chosen: nothing here imports NumPy, Django, Polars or Rich at the top.
"""
