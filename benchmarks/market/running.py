"""Extractors in processes of their own, asked over JSON lines, each text within a time limit."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from types import TracebackType
from typing import IO

HERE = Path(__file__).parent
WORKER = HERE / "peers" / "worker.py"
START_LIMIT = 900.0
"""Seconds that a tool may take to get ready; the embeddings of ESCO take minutes once."""
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
ONE_THREAD = dict.fromkeys(_THREADS, "1") | {
    "TOKENIZERS_PARALLELISM": "false",
    "HF_HUB_OFFLINE": "1",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """One extractor: what it is called, how it is started, and what was seen of it before.

    ``before`` holds F1 with unknown names ignored and counted as wrong on real adverts, as told
    in the plan of this work on ``BEFORE``; shown where it cannot be run here.
    """

    name: str
    key: str
    home: str = ""
    terms: Path | None = None
    before: tuple[float, float] | None = None
    fast: bool = True

    def command(self, homes: Path) -> list[str]:
        """What starts it."""
        if not self.home:
            return [sys.executable, "-m", "benchmarks.market.ours", self.key]
        python = homes / self.home / "bin" / "python"
        more = [str(self.terms)] if self.terms else []
        return [str(python), "-P", str(WORKER), self.key, *more]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a tool said of one text; ``error`` tells why there are no names."""

    id: str
    names: tuple[str, ...] = ()
    seconds: float = 0.0
    error: str = ""


class NotRun(Exception):
    """A tool that could not be started, and why."""


def answer_of(line: str) -> Answer:
    """One line of a worker.

    Examples
    --------
    >>> answer_of('{"id": "a", "names": ["Go", "Go"], "seconds": 0.5}').names
    ('Go',)
    """
    told = json.loads(line)
    return Answer(
        id=str(told["id"]),
        names=tuple(dict.fromkeys(map(str, told.get("names", ())))),
        seconds=float(told["seconds"]),
        error=str(told.get("error", "")),
    )


@dataclass(slots=True)
class Running:
    """A started tool; ``with Running(...) as it: it.ask(texts)``. It is started again when it dies."""

    tool: Tool
    homes: Path
    core: int
    seed: str = "0"
    ready: float = 0.0
    _process: subprocess.Popen[str] | None = None
    _lines: Queue[str] = field(default_factory=Queue)

    def __enter__(self) -> Running:
        self._start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._stop()

    def ask(
        self, texts: Mapping[str, str], *, limit: float = 60.0, budget: float = 600.0
    ) -> Iterator[Answer]:
        """Answers in order until the budget of seconds is spent; too slow or dead is an error."""
        until = time.monotonic() + budget
        for id, text in texts.items():
            if time.monotonic() > until:
                return
            yield self._one(id, text, limit)

    def _one(self, id: str, text: str, limit: float) -> Answer:
        if self._process is None:
            self._start()
        try:
            self._pipe.write(json.dumps({"id": id, "text": text}) + "\n")
            self._pipe.flush()
            line = self._lines.get(timeout=limit)
        except Empty:
            self._stop()
            return Answer(id=id, seconds=limit, error=f"no answer within {limit:g} s")
        except BrokenPipeError:
            line = ""
        if not line:
            self._stop()
            return Answer(id=id, error="the process died")
        return answer_of(line)

    @property
    def _pipe(self) -> IO[str]:
        assert self._process is not None
        assert self._process.stdin is not None
        return self._process.stdin

    def _start(self) -> None:
        command = self.tool.command(self.homes)
        if not Path(command[0]).exists():
            raise NotRun("its virtual environment is not there")
        pinned = ["taskset", "-c", str(self.core)] if shutil.which("taskset") else []
        self._process = subprocess.Popen(
            [*pinned, *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=(errors := _errors(self.tool.name)).open("w"),
            text=True,
            env={**os.environ, **ONE_THREAD, "PYTHONHASHSEED": self.seed},
        )
        self._lines = Queue()
        Thread(target=_pump, args=(self._process.stdout, self._lines), daemon=True).start()
        try:
            first = self._lines.get(timeout=START_LIMIT)
        except Empty:
            first = ""
        if not first:
            self._stop()
            raise NotRun(_last(errors))
        self.ready = float(json.loads(first)["ready"])

    def _stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None


def _pump(pipe: IO[str], lines: Queue[str]) -> None:
    """Lines as they come, and an empty one at the end."""
    for line in pipe:
        lines.put(line)
    lines.put("")


def _errors(name: str) -> Path:
    return Path(tempfile.gettempdir()) / f"seasoned-peer-{name.split()[0].strip(',')}.log"


def _last(errors: Path) -> str:
    """The line that says why it did not start."""
    lines = [one for one in errors.read_text(errors="replace").splitlines() if one.strip()]
    return reason_of(lines[-1]) if lines else "it said nothing"


def reason_of(line: str) -> str:
    """The last line of a traceback, short: no packages and objects before and behind.

    Examples
    --------
    >>> reason_of("requests.exceptions.ConnectionError: HTTPSConnectionPool(host='x')")
    'ConnectionError: HTTPSConnectionPool'
    """
    kind, _, told = line.partition(": ")
    return f"{kind.rsplit('.', 1)[-1]}: {told.split('(')[0][:80]}".strip(": ")


def median(values: Iterable[float]) -> float:
    """The middle value, the lower of two."""
    ordered = sorted(values)
    return ordered[(len(ordered) - 1) // 2]
