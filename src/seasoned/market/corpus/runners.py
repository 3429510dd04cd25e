"""Ways of getting parts read on one machine: here, or in processes beside; the parts are the same.

Measured on two cores (``benchmarks/market``): processes read twice as many adverts as one does;
Polars expressions that call the reader run it under one lock, and gain nothing.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.connection import Connection

from seasoned.market.corpus.parts import Failed, Outcome, Part, Work, read_part

Outcomes = Generator[Outcome, None, None]
Runner = Callable[[Iterable[Part], Work], Outcomes]
"""Reads parts in any order; every part has one outcome."""

AHEAD = 2
"""Parts that wait for each process: enough that none idles, few enough that memory stays flat."""


def here(parts: Iterable[Part], work: Work) -> Outcomes:
    """Read the parts one after the other in this process."""
    for part in parts:
        yield read_part(part, work)


def processes(count: int) -> Runner:
    """A runner of so many processes of this machine."""

    def run(parts: Iterable[Part], work: Work) -> Outcomes:
        left = iter(parts)
        for part in left:  # once; again only after a process died
            pool = _Pool(work, count)
            try:
                yield from pool.outcomes(part, left)
            finally:
                pool.close()

    return run


def cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Pool:
    """Processes that hold the vocabulary and read the parts that they are given."""

    def __init__(self, work: Work, count: int) -> None:
        # Spawned, not forked: a fork copies the locks of threads that Polars may be running.
        context = multiprocessing.get_context("spawn")
        ears, self._alive = context.Pipe(duplex=False)
        self._pool = ProcessPoolExecutor(count, context, initializer=_begin, initargs=(work, ears))
        self._waiting: dict[Future[Outcome], Part] = {}
        self._room = count * AHEAD

    def outcomes(self, first: Part, left: Iterator[Part]) -> Iterator[Outcome]:
        """What became of the parts, until they end or a process dies with one in its hands."""
        try:
            self._give(first)
            for part in islice(left, self._room - 1):
                self._give(part)
            while self._waiting:
                for future in wait(self._waiting, return_when=FIRST_COMPLETED).done:
                    outcome = future.result()
                    del self._waiting[future]
                    yield outcome
                    for part in islice(left, 1):
                        self._give(part)
        except BrokenProcessPool:
            yield from (_died(part) for part in self._waiting.values())

    def close(self) -> None:
        """End the processes; where parts are still in their hands, at once: none is half there."""
        if self._waiting:
            self._alive.close()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._alive.close()

    def _give(self, part: Part) -> None:
        try:
            self._waiting[self._pool.submit(_read, part)] = part
        except BrokenProcessPool:
            self._waiting[Future()] = part  # it is told with the others that died
            raise


def _died(part: Part) -> Failed:
    reason = "the process that read it was ended, perhaps for want of memory"
    return Failed(number=part.number, reason=reason)


_work: Work | None = None
"""What this process reads with; set once when it begins."""


def _begin(work: Work, ears: Connection) -> None:
    global _work
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one that gave the work
    threading.Thread(target=_end_with_giver, args=(ears,), daemon=True).start()


def _end_with_giver(ears: Connection) -> None:
    """End when the one that gave the work is stopped or killed: it then holds its end no more."""
    ears.poll(None)
    os._exit(1)


def _read(part: Part) -> Outcome:
    if _work is None:
        raise RuntimeError("this process was not begun")
    return read_part(part, _work)
