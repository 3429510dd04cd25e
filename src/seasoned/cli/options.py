"""Options that many commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.shell_completion import CompletionItem

F = TypeVar("F", bound=Callable[..., Any])

if TYPE_CHECKING:
    Type = click.ParamType[Any]  # generic for the type checker since Click 8.4 only
else:
    Type = click.ParamType


class Day(Type):
    """A date like 2026-11-22."""

    name = "date"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:
        """The date, or a usage error that shows the form."""
        if isinstance(value, date):
            return value
        for form in ("%Y-%m-%d", "%Y-%m", "%Y"):
            try:
                return datetime.strptime(value, form).date()
            except ValueError:
                continue
        self.fail(f"{value!r} is not a date like 2026-11-22, 2026-11 or 2026", param, ctx)


class ThingId(Type):
    """The id of an authored thing, completed from the names of content files."""

    name = "id"

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def shell_complete(self, ctx: Any, param: Any, incomplete: str) -> list[CompletionItem]:
        """Ids that begin with what was typed; reads file names only."""
        from seasoned.catalogue import BUILT_IN, sources
        from seasoned.store.places import content_roots

        ids = {
            path.stem
            for root in (BUILT_IN, *content_roots())
            for path in sources(self.folder, root)
        }
        return [CompletionItem(name) for name in sorted(ids) if name.startswith(incomplete)]


json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print JSON with stable keys instead of words."
)

at_option = click.option(
    "--at",
    type=Day(),
    default=None,
    metavar="DATE",
    help="Reckon as of this day; today unless given.",
)

stage_option = click.option("--stage", default="", help="The stage to compare with.")

context_option = click.option(
    "--context",
    "contexts",
    multiple=True,
    help="Kind of workplace; give two to see them side by side.",
)

archetype_option = click.option("--archetype", default=None, help="A way of being senior.")


def aim_options(function: F) -> F:
    """Stage, context and archetype, for commands that compare with a ladder."""
    return stage_option(context_option(archetype_option(function)))


def today_or(at: date | None) -> date:
    """The day asked for, else today: the only place where the terminal looks at the clock."""
    return at or date.today()
