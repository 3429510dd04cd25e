"""The frame: light start, help, failures, completion; and a battery over every command."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from seasoned import __version__, errors
from seasoned.cli.failures import EXIT_CODES, failure_from
from seasoned.cli.main import command

HEAVY = {
    "numpy",
    "django",
    "polars",
    "pydantic",
    "rich",
    "altair",
    "vl_convert",
    "highspy",
    "pypdf",
}
LIGHT = (
    ["--help"],
    ["--version"],
    ["ladder", "list"],
    ["ladder", "--help"],
    ["doctor", "--quick"],
    ["completion", "bash"],
    ["plan", "export", "--help"],
)

LISTED = {
    "assess",
    "board",
    "contact",
    "dossier",
    "market",
    "offer",
    "opening",
    "items",
    "start",
    "demo",
    "profile",
    "cv",
    "rate",
    "evidence",
    "posting",
    "standing",
    "gap",
    "note",
    "plan",
    "ladder",
    "content",
    "chart",
    "export",
    "erase",
    "backup",
    "restore",
    "doctor",
    "serve",
    "completion",
}


def _commands(
    group: click.Group, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    ctx = click.Context(group)
    for name in group.list_commands(ctx):
        found = group.get_command(ctx, name)
        yield (*path, name), found
        if isinstance(found, click.Group):
            yield from _commands(found, (*path, name))


EVERY = list(_commands(command))


def _fresh(code: str, home: object, **extra: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "SEASONED_HOME": str(home), **extra}
    environment.pop("DJANGO_SETTINGS_MODULE")
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=False
    )


@pytest.mark.parametrize("arguments", LIGHT, ids=" ".join)
def test_light_commands_load_nothing_heavy(arguments, tmp_path):
    code = (
        "import sys\nfrom seasoned.cli.main import command\n"
        f"try:\n    command({arguments!r}, prog_name='seasoned')\n"
        "except SystemExit as left:\n    assert not left.code, left.code\n"
        "print('LOADED', *sorted({name.partition('.')[0] for name in sys.modules}))"
    )

    ran = _fresh(code, tmp_path)

    loaded = set(ran.stdout.rpartition("LOADED")[2].split())
    assert {"seasoned", "click"} <= loaded, ran.stderr
    assert not loaded & HEAVY


def test_shell_completion_loads_nothing_heavy_and_completes_ids(tmp_path):
    code = (
        "import sys, atexit\n"
        "atexit.register(lambda: print('LOADED', *{n.partition('.')[0] for n in sys.modules}))\n"
        "from seasoned.cli.main import main\nmain()"
    )

    ran = _fresh(
        code,
        tmp_path,
        _SEASONED_COMPLETE="bash_complete",
        COMP_CWORD="3",
        COMP_WORDS="seasoned evidence why pytho",
    )

    said, _, loaded = ran.stdout.rpartition("LOADED")
    assert "plain,python" in said.split()
    assert not set(loaded.split()) & HEAVY


def test_every_listed_command_exists():
    assert {path[0] for path, _ in EVERY} == LISTED


@pytest.mark.parametrize(
    ("path", "found"), EVERY, ids=lambda value: " ".join(value) if isinstance(value, tuple) else ""
)
def test_every_command_explains_itself(path, found):
    shown = CliRunner().invoke(command, [*path, "--help"])

    assert shown.exit_code == 0
    assert (found.help or "").strip().split("\n")[0].endswith(
        (".", ":", ",", "...")
    ) or "." in found.help
    assert max(map(len, shown.output.splitlines())) <= 80


@pytest.mark.parametrize(
    ("path", "found"),
    [
        pytest.param(path, found, id=" ".join(path))
        for path, found in EVERY
        if path[0] not in ("serve", "completion")
        and not (isinstance(found, click.Group) and not found.invoke_without_command)
    ],
)
def test_every_command_speaks_json(path, found):
    assert "--json" in {option for param in found.params for option in param.opts}


def test_version_is_the_package_version():
    assert CliRunner().invoke(command, ["--version"]).output == f"seasoned {__version__}\n"


def test_module_runs_like_the_command(tmp_path):
    ran = subprocess.run(
        [sys.executable, "-m", "seasoned", "--version"], capture_output=True, text=True, check=True
    )

    assert ran.stdout == f"seasoned {__version__}\n"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            "stadning",
            "seasoned: There is no command 'stadning'. Did you mean 'standing'? (more: seasoned --help)",
        ),
        (
            "ladder lst",
            "seasoned: There is no command 'lst'. Did you mean 'list'? (more: seasoned ladder --help)",
        ),
        (
            "doctor --quik",
            "seasoned: No such option '--quik'. Did you mean '--quick'? (more: seasoned doctor --help)",
        ),
    ],
)
def test_wrong_usage_is_told_in_one_line(run, line, words):
    result = run(line)

    assert (result.exit_code, result.stderr, result.stdout) == (2, words + "\n", "")


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("rate pthyon=3", 5, "no skill 'pthyon'; did you mean"),
        ("rate python=7", 6, "level is 7.0, but must be between 0 and 5"),
        ("rate python", 6, "written like python=3"),
        ("evidence drop nothing", 5, "no piece of evidence 'nothing'"),
        ("evidence add tlak", 5, "did you mean 'talk'"),
        ("posting show nothing", 5, "no advert 'nothing'"),
        ("plan show", 6, "make one with: seasoned plan"),
        ("plan show --number 99", 5, "no stored result 99"),
        ("standing --stage senor", 5, "did you mean 'senior'"),
        ("chart shape picture.gif", 6, ".svg, .png, .pdf"),
        ("erase", 6, "Nothing was erased"),
        ("restore nothing.sqlite3", 8, "Nothing was restored"),
        ("content check nowhere", 4, "is no folder"),
        ("profile set --context nowhere", 5, "no context 'nowhere'"),
        ("posting compare", 6, "seasoned posting add"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(run, line, code, words):
    result = run(line)

    assert result.exit_code == code, result.output
    assert result.stdout == ""
    assert result.stderr.startswith("seasoned: ")
    assert result.stderr.count("\n") == 1
    assert words in result.stderr


def test_every_error_class_has_its_exit_code():
    kinds = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.SeasonedError)
    ]

    assert set(kinds) == set(EXIT_CODES)


def test_more_special_errors_come_before_their_kin():
    order = list(EXIT_CODES)

    assert not [
        (one, other)
        for n, one in enumerate(order)
        for other in order[n + 1 :]
        if issubclass(other, one)
    ]


def test_fault_of_seasoned_itself_shows_no_traceback():
    failure = failure_from(RuntimeError("first\nsecond"))

    assert failure.exit_code == 70
    assert "RuntimeError: first second" in failure.message


def test_content_error_names_the_first_problem_and_where_to_see_all():
    problem = errors.Problem(path="a.toml", field="name", message="is empty")

    assert failure_from(errors.ContentError([problem])).message == (
        "1 problem(s) in the content, the first: a.toml: name: is empty. "
        "Run seasoned content check to see all."
    )


def test_doctor_finds_a_broken_database(run, home):
    home.mkdir()
    (home / "seasoned.sqlite3").write_bytes(b"this is no database" * 100)

    result = run("doctor --quick --json")

    found = {item["name"]: item for item in json.loads(result.stdout)["items"]}
    assert result.exit_code == 1
    assert not found["database"]["fine"]
    assert "restore a backup" in found["database"]["remedy"]


def test_failing_database_is_no_fault_of_the_program():
    failure = failure_from(sqlite3.DatabaseError("database disk image is malformed"))

    assert failure.exit_code == EXIT_CODES[errors.StoreError][0]
    assert "seasoned restore FILE" in failure.message


def test_folder_that_may_not_be_used_is_named():
    failure = failure_from(PermissionError(13, "Permission denied", "/nowhere/home"))

    assert failure.exit_code == EXIT_CODES[errors.StoreError][0]
    assert "/nowhere/home cannot be used: Permission denied" in failure.message


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_terminal_that_lacks_signs_is_still_spoken_to(home, encoding):
    environment = {**os.environ, "SEASONED_HOME": str(home), "PYTHONIOENCODING": encoding}
    lines = (["ladder", "show"], ["standing"], ["ladder", "list", "--json"])
    for words in lines:
        result = subprocess.run(
            [sys.executable, "-m", "seasoned", *words], env=environment, capture_output=True
        )
        assert result.returncode == 0, result.stderr
    json.loads(result.stdout)
