"""Writes the two reference pages that repeat what the program knows: commands and evidence kinds.

Run: python docs/reference/make_reference.py        (a test holds the pages to the program)
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from seasoned.cli.failures import EXIT_CODES
from seasoned.cli.main import command as program
from seasoned.journeys.content import load_content

HERE = Path(__file__).parent


def commands_page() -> str:
    """The page of commands, in the order of the help."""
    lines = ["# Commands", "", "`seasoned COMMAND --help` says the same in the terminal.", ""]
    lines += [
        "Every command that shows something takes `--json`; `-` reads standard input or writes"
    ]
    lines += ["standard output. Exit codes are in [settings](settings.md).", ""]
    for path, command in walk(program, ()):
        lines += [f"## `{' '.join(('seasoned', *path))}`", "", (command.help or "").strip(), ""]
        lines += [
            f"- `{usage(parameter)}` {note(parameter)}".rstrip()
            for parameter in command.params
            if shown(parameter)
        ]
        lines += [""]
    return "\n".join(lines).replace("\n\n\n", "\n\n").rstrip() + "\n"


def walk(
    group: click.Command, path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command below a group with its words, groups before their members."""
    if path:
        yield path, group
    if isinstance(group, click.Group):
        context = click.Context(group)
        for name in group.list_commands(context):
            member = group.get_command(context, name)
            if member is not None and not member.hidden:
                yield from walk(member, (*path, name))


def shown(parameter: click.Parameter) -> bool:
    """Whether a parameter is worth a line."""
    return "--help" not in parameter.opts


def usage(parameter: click.Parameter) -> str:
    """An option's names, or an argument's word."""
    if isinstance(parameter, click.Argument):
        return parameter.make_metavar(click.Context(program))
    return ", ".join(parameter.opts)


def note(parameter: click.Parameter) -> str:
    """An option's help."""
    return (getattr(parameter, "help", "") or "").strip()


def evidence_page() -> str:
    """The page of evidence kinds with their errors and sources."""
    lines = ["# Evidence kinds", ""]
    lines += [
        "Each kind has an observation model: how far one record may lie from the truth, in levels."
    ]
    lines += ["Its own error averages away over records; the shared part does not.", ""]
    for kind in load_content().kinds.values():
        lines += [f"## {kind.name} (`{kind.id}`)", "", kind.summary, ""]
        lines += [
            f"- error {kind.error:g}, shared {kind.shared_error:g}"
            + (", leans with you" if kind.self_report else "")
        ]
        lines += [
            f"- counts as direct evidence of an expectation: {'yes' if kind.demonstrates else 'no'}"
        ]
        lines += [f"- a complete record names: {', '.join(kind.required)}"] if kind.required else []
        lines += [f"- it may also name: {', '.join(kind.optional)}"] if kind.optional else []
        lines += [f"- source: {kind.source}", f"- reviewed {kind.reviewed}", ""]
    return "\n".join(lines).rstrip() + "\n"


def exit_codes() -> Iterator[tuple[int, str]]:
    """Exit codes of our own errors with their meaning."""
    yield from sorted(set(EXIT_CODES.values()))


PAGES = {"commands.md": commands_page, "evidence.md": evidence_page}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (HERE / name).write_text(page(), encoding="utf-8")
