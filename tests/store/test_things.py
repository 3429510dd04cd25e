from __future__ import annotations

from dataclasses import replace

import pytest

from seasoned.errors import UnknownId
from seasoned.planning.offers import Offer
from seasoned.store import people, things


def kept(person: int, company: str) -> Offer:
    offer = Offer(id=things.new_key(person, company), company=company, scores={"people": 8.0})
    return things.keep_thing(person, "offer", offer)


def test_things_read_as_written_in_the_order_in_which_they_came(person):
    first, second = kept(person, "Zebra & Söhne"), kept(person, "!!!")

    assert things.list_things(person, "offer", Offer) == (first, second)
    assert first.id.startswith("zebra-s-hne-")
    assert second.id.startswith("thing-")


def test_change_keeps_the_place_and_the_history(person):
    first, second = kept(person, "A"), kept(person, "B")

    edited = things.change_thing(
        person, "offer", Offer, first.id, lambda one: replace(one, note="later")
    )

    assert things.list_things(person, "offer", Offer) == (edited, second)
    assert len(people.history(person, f"offer:{first.id}")) == 2


def test_dropped_thing_leaves_the_list_and_comes_back(person):
    one = kept(person, "A")

    things.drop_thing(person, "offer", one.id)
    listed = things.list_things(person, "offer", Offer)
    things.drop_thing(person, "offer", one.id, undo=True)

    assert listed == ()
    assert things.list_things(person, "offer", Offer) == (one,)
    assert things.keys_of(person, "offer") == (one.id,)


def test_things_of_another_kind_or_person_are_not_seen(person):
    one = kept(person, "A")
    other = people.ensure_person("other")

    assert things.list_things(person, "contact", Offer) == ()
    assert things.list_things(other, "offer", Offer) == ()
    with pytest.raises(UnknownId):
        things.load_thing(other, "offer", Offer, one.id)
    with pytest.raises(UnknownId):
        things.drop_thing(person, "offer", "nothing")
