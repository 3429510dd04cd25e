"""A sample person and ten sample adverts, written for Seasoned; no person or firm in them exists.

``cv.md``, ``roles.toml`` (roles), ``self-rating.toml`` (skill = level) and ``postings/``.
"""

from pathlib import Path

SAMPLES = Path(__file__).parent
"""Folder of the samples."""
