from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from click.testing import CliRunner, Result

from seasoned.cli.main import command

Run = Callable[..., Result]


@pytest.fixture
def run(home) -> Run:
    """Runs a command line on a home of the test's own."""

    def ran(line: str | list[str], input: str | bytes | None = None) -> Result:
        words = line.split() if isinstance(line, str) else line
        with pytest.MonkeyPatch.context() as environment:  # a command may point it elsewhere
            environment.setenv("SEASONED_HOME", str(home))
            return CliRunner().invoke(command, words, input=input)

    return ran


@pytest.fixture
def told(run) -> Callable[..., Any]:
    """What a command says as JSON."""

    def said(line: str | list[str], input: str | None = None) -> Any:
        words = line.split() if isinstance(line, str) else line
        result = run([*words, "--json"], input)
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    return said
