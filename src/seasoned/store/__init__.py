"""Database in and out: the one Django app, SQLite by default, PostgreSQL by one setting."""
