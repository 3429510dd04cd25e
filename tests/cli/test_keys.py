from __future__ import annotations

import pytest

from seasoned.cli.keys import whole_key

KNOWN = ("acme", "acme-2", "beta-1")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("acme", "acme"),  # a whole id, though another begins so
        ("acme-", "acme-2"),
        ("b", "beta-1"),
        ("ac", "ac"),  # two begin so: left for the store to refuse
        ("gamma", "gamma"),
        ("", ""),
    ],
)
def test_typed_id_may_be_any_beginning_that_leads_to_one(typed, meant):
    assert whole_key(typed, KNOWN) == meant
