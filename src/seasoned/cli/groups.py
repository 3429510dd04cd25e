"""Groups whose commands are files: a command is found by its file's name and read when needed."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from seasoned.errors import nearest


class FileGroup(click.Group):
    """Commands of a folder: each module, or package, offers ``command``."""

    def __init__(self, *args: Any, package: str, folder: Path, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.package, self.folder = package, folder

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of all commands, in the order of the alphabet."""
        return sorted(
            {
                path.stem.replace("_", "-")
                for path in self.folder.iterdir()
                if not path.name.startswith(("_", ".")) and _holds_command(path)
            }
        )

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"{self.package}.{cmd_name.replace('-', '_')}")
        found: click.Command = module.command
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The first sentence of every command, whole."""
        rows = [
            (name, _sentence(command))
            for name in self.list_commands(ctx)
            if (command := self.get_command(ctx, name)) is not None and not command.hidden
        ]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As Click does, with the nearest name when there is no such command."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            near = nearest(args[0], self.list_commands(ctx))
            hint = f" Did you mean {near!r}?" if near else ""
            ctx.fail(f"There is no command {args[0]!r}.{hint}")
        return super().resolve_command(ctx, args)


def group_here(
    package: str, file: str, **options: Any
) -> Callable[[Callable[..., Any]], FileGroup]:
    """Decorator: a group of the commands that lie beside ``file``."""

    def made(function: Callable[..., Any]) -> FileGroup:
        return click.group(
            cls=FileGroup,
            package=package,
            folder=Path(file).parent,
            name=package.rsplit(".", 1)[-1],
            **options,
        )(function)

    return made


def _sentence(command: click.Command) -> str:
    return " ".join((command.help or "").split("\n\n")[0].split())


def _holds_command(path: Path) -> bool:
    return path.suffix == ".py" or (path / "__init__.py").is_file()
