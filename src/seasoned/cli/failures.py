"""What goes wrong, told in one line with an exit code: the one table of them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

import click

from seasoned import errors

EXIT_CODES: dict[type[BaseException], tuple[int, str]] = {
    errors.ContentError: (3, "content files do not hold together"),
    errors.UnreadableDocument: (4, "a document cannot be read"),
    errors.UnknownId: (5, "an id leads nowhere"),
    errors.Missing: (5, "a stored thing is not there"),
    errors.InvalidValue: (6, "a value is outside what is legal"),
    errors.TooSoon: (6, "a test repeated before it can say something new"),
    errors.InputError: (6, "something given cannot be used"),
    errors.PlanningError: (7, "no plan can be made of these wishes"),
    errors.TooFewResponses: (9, "fewer answers than an estimate takes"),
    errors.NotIdentified: (9, "answers leave an estimate open"),
    errors.EstimationError: (9, "an estimate cannot be had from these answers"),
    errors.Unreachable: (10, "a job board or page does not answer"),
    errors.Throttled: (10, "a job board asks to be left alone for a while"),
    errors.LayoutChanged: (10, "a job board answers in an unknown shape"),
    errors.Refused: (10, "an address is not asked, for safety or politeness"),
    errors.SourceError: (10, "a job board or page gives no adverts"),
    errors.StoreError: (8, "the database cannot do what was asked"),
    errors.SeasonedError: (1, "anything else that Seasoned cannot do"),
}
"""The first class that fits decides. 0 is success, 2 wrong usage, 70 a fault of Seasoned itself,
130 stopped by the person."""

USAGE, FAULT, STOPPED = 2, 70, 130


class Failure(click.ClickException):
    """An error as the terminal shows it: one line on standard error, and an exit code."""

    def __init__(self, words: str, code: int) -> None:
        super().__init__(words)
        self.exit_code = code  # type: ignore[misc]  # Click reads it from the instance

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the line."""
        click.echo(f"seasoned: {self.message}", file=file or sys.stderr)


@contextmanager
def told() -> Iterator[None]:
    """Turn whatever goes wrong inside into a Failure, unless SEASONED_DEBUG asks for tracebacks."""
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        raise Failure(_usage(error), USAGE) from None
    except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
        raise
    except KeyboardInterrupt:
        raise Failure("Stopped. Everything stored before is kept.", STOPPED) from None
    except Exception as error:
        if os.environ.get("SEASONED_DEBUG"):
            raise
        raise failure_from(error) from error


def failure_from(error: Exception) -> Failure:
    """The line and the code for an error."""
    for kind, (code, _) in EXIT_CODES.items():
        if isinstance(error, kind):
            return Failure(_one_line(error), code)
    if _of_the_database(error):
        return Failure(
            f"The database cannot do that: {_one_line(error)}. Run seasoned doctor; when it is "
            "damaged, a backup brings it back: seasoned restore FILE.",
            EXIT_CODES[errors.StoreError][0],
        )
    if isinstance(error, OSError) and error.filename:
        return Failure(
            f"{error.filename} cannot be used: {error.strerror}. Mend that, or name another place.",
            EXIT_CODES[errors.StoreError][0],
        )
    words = f"{type(error).__name__}: {_one_line(error)}"
    return Failure(
        f"A fault of Seasoned itself ({words}). Nothing stored is lost; set "
        "SEASONED_DEBUG=1 to see where it happened, and please report it.",
        FAULT,
    )


def _of_the_database(error: Exception) -> bool:
    """Whether the database itself failed: damaged, locked, full; told without loading Django."""
    kind = type(error)
    return kind.__module__ in ("django.db.utils", "sqlite3") and kind.__name__ in (
        "DatabaseError",
        "OperationalError",
    )


def _usage(error: click.UsageError) -> str:
    where = error.ctx.command_path if error.ctx is not None else "seasoned"
    return f"{' '.join(error.format_message().split())} (more: {where} --help)"


def _one_line(error: Exception) -> str:
    if isinstance(error, errors.ContentError):
        first = error.problems[0] if error.problems else ""
        return (
            f"{len(error.problems)} problem(s) in the content, the first: {first}. "
            "Run seasoned content check to see all."
        )
    return " ".join(str(error).split())
