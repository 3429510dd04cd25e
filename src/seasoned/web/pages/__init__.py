"""Pages, one a file; each module offers ``page`` and may bring its own markup beside it."""
