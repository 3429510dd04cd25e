"""The browser face: one file a page in ``pages``, each answering one question."""
