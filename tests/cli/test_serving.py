"""From a command in a fresh process to a page in a browser, and back by Ctrl-C."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _page(port: int, process: subprocess.Popen[str]) -> str:
    for _ in range(300):
        try:
            with urlopen(f"http://127.0.0.1:{port}/", timeout=20) as answer:
                return answer.read().decode()
        except HTTPError:
            raise
        except URLError:
            assert process.poll() is None, process.communicate()
            time.sleep(0.1)
    raise AssertionError("no page came")


def _listening() -> None:
    """Hear Ctrl-C even where whoever runs the tests, such as a job in the background, ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize(
    ("command", "words"), [("demo", "Alex Sample"), ("start", ""), ("serve", "")]
)
def test_command_serves_pages_of_the_same_person_and_ends_quietly(tmp_path, command, words):
    port = _free_port()
    environment = {**os.environ, "SEASONED_HOME": str(tmp_path)}
    environment.pop("DJANGO_SETTINGS_MODULE")
    process = subprocess.Popen(
        [sys.executable, "-m", "seasoned", command, "--no-browser", "--port", str(port)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        preexec_fn=_listening,
    )
    try:
        page = _page(port, process)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    finally:
        process.kill()

    assert "<html" in page
    assert words in page
    assert f"http://127.0.0.1:{port}/" in out
    assert (process.returncode, err) == (0, "")
