"""Commands, one a file; each module offers ``command``."""
