"""Connectors: each module offers ``board``; a ``.sample`` beside it holds answers and what they say."""
