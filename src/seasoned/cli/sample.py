"""The sample person lives in a home of their own."""

from __future__ import annotations

import os

from seasoned.store import places


def use_sample_home() -> None:
    """Point this process at the sample person's own SQLite store, never at anyone else's."""
    if places.home().name != "sample":
        os.environ["SEASONED_HOME"] = str(places.sample_home().absolute())
    os.environ.pop("SEASONED_DATABASE_URL", None)
