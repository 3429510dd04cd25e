"""What a team's answers teach of items, kept from answer to answer; numbers of items, not of people."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.db import connection, transaction
from django.db.models import Count, Max

from seasoned.assessment.parameters import Parameters
from seasoned.store.rows import plain, value_from
from seasoned.store.tables import ItemNow


def learn(item: str, base: Parameters, step: Callable[[Parameters], Parameters]) -> Parameters:
    """The item's parameters after one more answer; they begin anew when the bank's have changed."""
    with transaction.atomic():
        ItemNow.objects.get_or_create(item=item, defaults={"body": _body(base, base)})
        row = ItemNow.objects.select_for_update().get(item=item)
        same = row.body["base"] == plain(base)
        now = step(value_from(Parameters, row.body["now"]) if same else base)
        row.body = _body(base, now)
        row.save()
    return now


def learned_parameters(bases: Mapping[str, Parameters]) -> dict[str, Parameters]:
    """Parameters of now, of items whose bank parameters are still those they began with."""
    return {
        row.item: value_from(Parameters, row.body["now"])
        for row in ItemNow.objects.all()
        if row.item in bases and row.body["base"] == plain(bases[row.item])
    }


def learned_state() -> tuple[str, int, str]:
    """What changes whenever an item has learned: the database, how many have, and the last moment."""
    seen = ItemNow.objects.aggregate(count=Count("pk"), last=Max("changed_at"))
    return str(connection.settings_dict["NAME"]), seen["count"], str(seen["last"])


def _body(base: Parameters, now: Parameters) -> dict[str, object]:
    return {"base": plain(base), "now": plain(now)}
