"""The reader of adverts beside public extractors, really run."""
