"""Corpora for the faces: read adverts into columns, and the columns to count on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from seasoned.journeys.workspace import my_content
from seasoned.market.corpus.reading import Corpus, Progress, read_corpus
from seasoned.market.corpus.runners import Runner, here
from seasoned.market.corpus.runners import processes as by_processes


def read_adverts(
    inputs: Sequence[str],
    out: str,
    *,
    at: date,
    text: bool = False,
    anew: bool = False,
    runner: Runner | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
) -> Corpus:
    """Read adverts with the person's own content; raises as ``read_corpus`` does."""
    content = my_content()
    return read_corpus(
        inputs,
        out,
        skills=content.skills,
        fingerprint=content.fingerprint,
        at=at,
        text=text,
        anew=anew,
        runner=runner,
        progress=progress,
    )


def runner_of(*, processes: int | None, ray: bool, address: str | None) -> Runner | None:
    """The runner that was asked for; None leaves the choice to ``read_corpus``."""
    if ray:
        from seasoned.market.corpus.on_ray import on_ray

        return on_ray(address)
    if processes is None:
        return None
    return here if processes == 1 else by_processes(processes)
