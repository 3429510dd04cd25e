"""Calendars out: :func:`~.writing.plan_ics` writes a plan as an iCalendar file."""
