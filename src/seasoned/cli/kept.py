"""Plans that were kept, read back."""

from __future__ import annotations

from seasoned.errors import InputError
from seasoned.planning.schedule import Plan


def kept_plan(person: int, number: int | None) -> Plan:
    """The plan of that number, or the newest. Raises InputError when none was made yet."""
    from seasoned.store.rows import value_from
    from seasoned.store.snapshots import latest_snapshot, load_snapshot

    found = load_snapshot(number, person) if number is not None else latest_snapshot(person, "plan")
    if found is None:
        raise InputError("No plan was made yet; make one with: seasoned plan.")
    if found.kind != "plan":
        raise InputError(
            f"Result {number} is a {found.kind}, not a plan; see seasoned plan show --list."
        )
    return value_from(Plan, found.payload)
