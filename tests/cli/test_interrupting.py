"""A command that is stopped, by hand or by force, leaves every stored fact and a sound store."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

RATE = [sys.executable, "-m", "seasoned", "rate", "-"]


def _environment(home) -> dict[str, str]:
    environment = {**os.environ, "SEASONED_HOME": str(home)}
    environment.pop("DJANGO_SETTINGS_MODULE")
    return environment


def _loaded(process: subprocess.Popen[bytes]) -> None:
    """Wait until the command has opened its store, so that it is stopped at work."""
    home = process.args_home  # type: ignore[attr-defined]
    for _ in range(600):
        if (home / "seasoned.sqlite3").exists() and process.poll() is None:
            time.sleep(0.3)
            return
        time.sleep(0.05)
    raise AssertionError("the command never opened its store")


def _listening() -> None:
    """Hear Ctrl-C even where whoever runs the tests, such as a job in the background, ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def waiting(tmp_path):
    """A command at work that waits for its standard input."""
    process = subprocess.Popen(
        RATE,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(tmp_path),
        preexec_fn=_listening,
    )
    process.args_home = tmp_path  # type: ignore[attr-defined]
    _loaded(process)
    yield process
    process.kill()
    process.communicate()


def test_command_stopped_by_hand_says_so_in_one_line(waiting):
    waiting.send_signal(signal.SIGINT)

    out, err = waiting.communicate(timeout=30)

    assert waiting.returncode == 130
    assert out == b""
    assert err.decode().strip() == "seasoned: Stopped. Everything stored before is kept."


def test_killed_import_stores_all_or_nothing(home, tmp_path):
    from seasoned.store import evidence, people
    from seasoned.store.setup import open_store

    lines = "\n".join(f"python={n % 5}" for n in range(5)) + "\nsql=2\ndocker=1\n"
    counts = set()
    for delay in (0.4, 0.7, 1.0, 1.4):
        process = subprocess.Popen(
            RATE,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=_environment(home),
        )
        process.stdin.write(lines.encode())
        process.stdin.close()
        time.sleep(delay)
        process.kill()
        process.wait()
        open_store()
        counts.add(len(evidence.list_evidence(people.ensure_person())))

    assert counts <= {0, 3}


def test_facts_stored_before_a_kill_are_there_after_it(run, told, home):
    told("rate python=3")
    process = subprocess.Popen(
        [sys.executable, "-m", "seasoned", "plan"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=_environment(home),
    )
    time.sleep(1.0)
    process.kill()
    process.wait()

    assert len(told("evidence list")["items"]) == 1
    assert run("doctor --quick").exit_code == 0
