"""Database in and out: the one Django app, SQLite by default, PostgreSQL by one setting.

``open_store`` in ``setup`` comes first; then plain functions turn rows into values and back:
``people``, ``evidence``, ``postings``, ``notes``, ``snapshots``, and ``keeping`` for export,
erase, backup, restore and health. ``places`` and ``quick`` work without Django.
"""
