"""Chooses jobs and places their hours in weeks: :func:`~.solving.solve` of a :class:`~.task.Task`."""
