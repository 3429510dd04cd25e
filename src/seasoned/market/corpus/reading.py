"""Reading a corpus: cut, read part by part, kept as it goes, joined at the end.

Stopped at any moment, even by SIGKILL, the same call goes on after the last part that is whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

import seasoned
from seasoned.errors import InputError, InvalidValue, Problem, UnreadableDocument
from seasoned.market.corpus.keeping import WORK, Ledger, Sum, Terms, earlier, joined
from seasoned.market.corpus.parts import FULL, ROWS, Failed, Work, input_files
from seasoned.market.corpus.places import is_address, size_and_time
from seasoned.market.corpus.records import unopened
from seasoned.market.corpus.runners import Runner, cores, here, processes
from seasoned.market.files import KINDS
from seasoned.skills.skill import Skill

TRIES = 3
"""Times that a part is tried before it is reported: a machine may be lost, a file may be busy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """What reading gave: where it lies, how much it is, what could not be read.

    ``parts`` counts those of the whole work, ``kept`` those that an earlier call had read.
    ``digest`` is one of the contents: equal rows have equal ones, whoever read them.
    """

    out: str
    adverts: int
    parts: int
    kept: int = 0
    problem_count: int = 0
    problems: tuple[Problem, ...] = ()
    failed: tuple[tuple[str, str], ...] = ()
    digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the work is: parts done (with those kept from before) of parts, adverts just read."""

    done: int
    kept: int
    parts: int
    adverts: int


def read_corpus(
    inputs: Sequence[str],
    out: str,
    *,
    skills: Mapping[str, Skill],
    fingerprint: str,
    at: date | None = None,
    text: bool = False,
    anew: bool = False,
    runner: Runner | None = None,
    rows: int = ROWS,
    progress: Callable[[Progress], None] = lambda _: None,
) -> Corpus:
    """Read adverts into columns.

    Parameters
    ----------
    inputs : files, folders, patterns, or addresses of object storage.
    out : a file that ends in ``.parquet``, or a folder of parts; an address names a folder.
    skills, fingerprint : the vocabulary, and what tells one content from another.
    at : day of reading; a call that goes on keeps the day of the first.
    text : keep the adverts' own words too.
    anew : read all again, in place of what is there.
    runner : who reads the parts; processes where there are two cores and two parts or more.
    rows : adverts of a part.

    Raises
    ------
    UnreadableDocument, InvalidValue
        Nothing to read; an ``out`` that is neither file nor folder of ours.
    InputError
        ``out`` belongs to other inputs or another content; nothing more can be written.
    """
    terms = Terms(
        inputs=_inputs_digest(inputs), reader=reader_digest(fingerprint), text=text, rows=rows
    )
    with _room_for(out):
        found = _known(out, terms, anew=anew)
        if isinstance(found, Corpus):
            return found
        _prepare(found, inputs, at)
        kept = found.done()
    work = Work(skills=skills, folder=found.folder.name, key=terms.key, at=found.at, text=text)
    failed = _read(found, work, runner or _best(found.count - len(kept)), kept, progress)
    with _room_for(out):
        return _ended(out, found, failed, len(kept))


def is_one_file(out: str) -> bool:
    """Whether a corpus goes into one file rather than a folder of parts. Raises InvalidValue."""
    ending = Path(out.partition("?")[0]).suffix.lower()
    if is_address(out):
        if ending:
            raise InvalidValue("out", out, "the address of a folder, into which parts go")
        return False
    if Path(out).is_dir():
        return False
    if ending not in ("", ".parquet"):
        raise InvalidValue("out", out, "a file that ends in .parquet, or a folder")
    return bool(ending)


@lru_cache(maxsize=4)
def reader_digest(fingerprint: str) -> str:
    """A name of the content and of the code that reads with it: rows of two are not to be mixed."""
    whole = hashlib.sha256(f"{seasoned.__version__} {fingerprint}".encode())
    home = Path(seasoned.__file__).parent
    for room in ("documents", "skills", "market"):
        for path in sorted((home / room).rglob("*.py")):
            whole.update(path.read_bytes())
    return whole.hexdigest()[:16]


def _inputs_digest(inputs: Sequence[str]) -> str:
    """A name of the files, their sizes and when they changed. Raises UnreadableDocument."""
    whole = hashlib.sha256()
    file = ""
    for file in input_files(inputs):
        try:
            whole.update(f"{file}\0{size_and_time(file)}\n".encode("utf-8", "surrogateescape"))
        except OSError as error:
            raise unopened(file, error) from error
    if not file:
        raise UnreadableDocument(
            inputs[0], "holds no file that an advert comes in", f"use {', '.join(_KINDS)}"
        )
    return whole.hexdigest()[:16]


_KINDS = (*KINDS, ".parquet")


def _known(out: str, terms: Terms, *, anew: bool) -> Corpus | Ledger:
    """What an earlier call brought to its end, or where this one begins or goes on."""
    one_file = is_one_file(out)
    if one_file and (whole := earlier(Path(out), terms, anew=anew)):
        return _told(out, whole, parts=0)
    ledger = Ledger(out + WORK if one_file else out, terms, anew=anew)
    known = ledger.finished()
    return _told(out, known, parts=ledger.count, kept=ledger.count) if known else ledger


def _prepare(ledger: Ledger, inputs: Sequence[str], at: date | None) -> None:
    ledger.prepare(input_files(inputs), at)
    if not ledger.count:
        first = next(iter(ledger.problems), None)
        raise UnreadableDocument(
            first.path if first else inputs[0],
            first.message if first else "holds no advert",
            (first and first.suggestion) or "name files with adverts in them",
        )


def _best(left: int) -> Runner:
    return processes(min(cores(), left)) if cores() > 1 and left > 1 else here


def _read(
    ledger: Ledger,
    work: Work,
    runner: Runner,
    kept: set[int],
    progress: Callable[[Progress], None],
) -> dict[int, str]:
    """Read what is missing; parts that failed every time, with the last reason."""
    done, adverts = set(kept), 0
    failed: dict[int, str] = {}
    for _ in range(TRIES):
        missing = (part for part in ledger.parts() if part.number not in done)
        failed = {}
        with closing(runner(missing, work)) as outcomes:
            for outcome in outcomes:
                if isinstance(outcome, Failed):
                    if outcome.full:
                        raise InputError(_full(ledger.folder.name) + _kept(len(done), ledger.count))
                    failed[outcome.number] = outcome.reason
                    continue
                done.add(outcome.number)
                adverts += outcome.adverts
                progress(
                    Progress(done=len(done), kept=len(kept), parts=ledger.count, adverts=adverts)
                )
        if not failed:
            break
    return failed


def _ended(out: str, ledger: Ledger, failed: Mapping[int, str], kept: int) -> Corpus:
    """Join, or close the folder; with parts missing it stays open for another call."""
    numbers = sorted(ledger.done())
    total = ledger.sum(numbers)
    if not total.adverts:
        _nothing_readable(ledger, failed, total)
    if is_one_file(out):
        joined(ledger, numbers, Path(out), total)
        if not failed:
            ledger.clear()
    elif not failed:
        ledger.finish(total)
    called = {part.number: part.called for part in ledger.parts()} if failed else {}
    broken = tuple((called[number], reason) for number, reason in sorted(failed.items()))
    return _told(out, total, parts=ledger.count, kept=kept, failed=broken)


def _nothing_readable(ledger: Ledger, failed: Mapping[int, str], total: Sum) -> None:
    first = next(iter(total.problems), None)
    reason = first.message if first else next(iter(failed.values()), "it is empty")
    ledger.clear()
    raise UnreadableDocument(
        first.path if first else "Every part",
        f"holds no readable advert ({reason})",
        (first and first.suggestion) or "name files with adverts in them",
    )


def _told(
    out: str, total: Sum, *, parts: int, kept: int = 0, failed: tuple[tuple[str, str], ...] = ()
) -> Corpus:
    return Corpus(
        out=out,
        adverts=total.adverts,
        parts=parts,
        kept=kept,
        problem_count=total.problem_count,
        problems=total.problems,
        failed=failed,
        digest=total.digest,
    )


@contextmanager
def _room_for(out: str) -> Iterator[None]:
    """Tell in one sentence that a place cannot be written, or holds no more."""
    try:
        yield
    except OSError as error:
        if error.errno in FULL:
            raise InputError(
                f"{_full(out)} What was read is kept; the same command goes on from there."
            ) from error
        raise InputError(
            f"{out} cannot be written: {error.strerror or error}. Name another place."
        ) from error


def _full(place: str) -> str:
    return f"No room is left for {place}; free some, or name another place."


def _kept(done: int, parts: int) -> str:
    return f" {done:,} of {parts:,} parts are kept; the same command goes on from there."
