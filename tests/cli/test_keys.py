from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasoned.cli.keys import short_keys, whole_key
from seasoned.errors import InputError

KNOWN = ("acme", "acme-2", "beta-1")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("acme", "acme"),  # a whole id, though another begins so
        ("acme-", "acme-2"),
        ("b", "beta-1"),
        ("gamma", "gamma"),
        ("", ""),
    ],
)
def test_typed_id_may_be_any_beginning_that_leads_to_one(typed, meant):
    assert whole_key(typed, KNOWN) == meant


def test_beginning_of_more_than_one_is_refused_with_them_all():
    with pytest.raises(InputError, match="2 ids begin with 'ac': acme, acme-2"):
        whole_key("ac", KNOWN)


words = st.lists(st.sampled_from(["ml", "engineer", "acme", "1f", "2e"]), min_size=1, max_size=4)


@given(st.lists(words.map("-".join), unique=True, max_size=6))
def test_short_ids_lead_back_to_the_whole_ones(known):
    assert {whole_key(short, known): key for key, short in short_keys(known).items()} == {
        key: key for key in known
    }
