"""``seasoned completion``."""

from __future__ import annotations

import click

WHERE = {
    "bash": '~/.bashrc: eval "$(seasoned completion bash)"',
    "zsh": '~/.zshrc: eval "$(seasoned completion zsh)"',
    "fish": "~/.config/fish/completions/seasoned.fish: seasoned completion fish | source",
}


@click.command()
@click.argument("shell", type=click.Choice(sorted(WHERE)))
def command(shell: str) -> None:
    """Print a script that completes commands, options and ids in your shell."""
    from click.shell_completion import get_completion_class

    from seasoned.cli.main import command as root

    made = get_completion_class(shell)
    if made is None:
        raise click.UsageError(f"no completion for {shell}")
    click.echo(f"# put this into {WHERE[shell]}")
    click.echo(made(root, {}, "seasoned", "_SEASONED_COMPLETE").source())
