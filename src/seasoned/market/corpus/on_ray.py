"""The same parts read on a Ray cluster: one task a part, wherever there is room.

Ray Core only. Ray Data costs twenty times as much here (a task reads a part in a second), and
without ``aiohttp`` it does not import.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from itertools import islice
from typing import Any

from seasoned.errors import InputError
from seasoned.market.corpus.parts import Failed, Outcome, Part, Work, read_part
from seasoned.market.corpus.runners import AHEAD, Outcomes, Runner

LOST = 3
"""Times that Ray starts a part again whose machine or process was lost."""


def on_ray(address: str | None = None) -> Runner:
    """A runner on the cluster of that address, or on the one that this process is connected to,
    or on a cluster of this machine alone.

    Every machine needs Seasoned installed and the inputs and ``out`` in the same place: a shared
    folder, or object storage. Raises InputError where Ray is not installed or not reached.
    """

    def run(parts: Iterable[Part], work: Work) -> Outcomes:
        ray = _connected(address)
        task = ray.remote(num_cpus=1, max_retries=LOST)(_read)
        shared = ray.put(work)
        left = iter(parts)
        waiting: dict[Any, Part] = {}
        while True:
            for part in islice(left, max(0, _room(ray) - len(waiting))):
                waiting[task.remote(part, shared)] = part
            if not waiting:
                return
            for ready in ray.wait(list(waiting), num_returns=1)[0]:
                yield _outcome(ray, ready, waiting.pop(ready))

    return run


def _connected(address: str | None) -> Any:
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"  # nobody is told what is done here
    try:
        import ray
    except ImportError:
        raise InputError(
            "Reading on Ray takes the extra 'scale'; install it with: "
            "pip install 'seasoned[scale]'."
        ) from None
    if not ray.is_initialized():
        try:
            ray.init(
                address=address,
                log_to_driver=False,
                include_dashboard=False if address is None else None,
                configure_logging=False,
            )
        except (ConnectionError, RuntimeError, ValueError) as error:
            reason = " ".join(str(error).split())[:160]
            raise InputError(
                f"The Ray cluster {address or 'of this machine'} is not reached: {reason}"
            ) from error
    return ray


def _room(ray: Any) -> int:
    """How many parts may wait; asked anew, for machines come and go."""
    return max(1, int(ray.cluster_resources().get("CPU", 1))) * AHEAD


_last: tuple[str, Work] | None = None
"""The work that this process read last: its vocabulary is made ready once, not for every part."""


def _read(part: Part, work: Work) -> Outcome:
    global _last
    if _last is None or _last[0] != work.key:
        _last = (work.key, work)
    return read_part(part, _last[1])


def _outcome(ray: Any, ready: Any, part: Part) -> Outcome:
    try:
        found: Outcome = ray.get(ready)
    except ray.exceptions.RayError as error:
        reason = " ".join(str(error).split())[:200]
        return Failed(number=part.number, reason=f"it was lost on the cluster ({reason})")
    return found
