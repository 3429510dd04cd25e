"""The command line: ``seasoned`` and ``python -m seasoned``."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

from seasoned import __version__
from seasoned.cli.failures import told
from seasoned.cli.groups import FileGroup

COMMANDS = Path(__file__).parent / "commands"


class Root(FileGroup):
    """The commands of Seasoned, whose failures are told in one line."""

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Read the options before the command."""
        with told():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the chosen command."""
        with told():
            return super().invoke(ctx)


@click.group(
    cls=Root,
    package="seasoned.cli.commands",
    folder=COMMANDS,
    name="seasoned",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
    epilog="First time? Run: seasoned start. Only looking? Run: seasoned demo.",
)
@click.version_option(__version__, message="seasoned %(version)s")
@click.option(
    "--home",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Keep data in this folder instead of the usual one.",
)
@click.option("--sample", is_flag=True, help="Work on the sample person, not on your own data.")
def command(home: Path | None, sample: bool) -> None:
    """Where you stand as a machine-learning engineer, what is asked, and what to do next.

    Everything stays on this machine. Exit codes: 0 done, 1 not possible, 2 wrong usage; others
    in the documentation.
    """
    if home is not None:
        os.environ["SEASONED_HOME"] = str(home.absolute())
    if sample:
        from seasoned.cli.sample import use_sample_home

        use_sample_home()


def main() -> None:
    """Run the command line and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a sign that a terminal lacks is no reason to fail
            stream.reconfigure(errors="replace")
    command(prog_name="seasoned")
