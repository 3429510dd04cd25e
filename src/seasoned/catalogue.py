"""Reads content folders: TOML, one thing a file, the file's name its id.

Generic: it knows shapes, not meanings. A room brings the dataclass of its kind and its own
sense checks. A thing may also be a folder of TOML files whose tables and lists are joined.
Later roots are layered over earlier ones: a thing with the same id replaces the earlier one.
"""

from __future__ import annotations

import dataclasses
import hashlib
import re
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any, Generic, TypeVar

import tomli

from seasoned.errors import Problem, nearest

T = TypeVar("T")

BUILT_IN = Path(__file__).parent / "content"
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclasses.dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """A kind of thing: the folder it lives in and the dataclass it becomes (with an ``id``)."""

    folder: str
    type: type[T]


@dataclasses.dataclass(frozen=True, slots=True)
class Shelf(Generic[T]):
    """Everything of one kind that was read: things by id, where each came from, and problems."""

    things: dict[str, T]
    paths: dict[str, Path]
    problems: tuple[Problem, ...]


def read(kind: Kind[T], roots: Sequence[Path] = (BUILT_IN,)) -> Shelf[T]:
    """All things of a kind under the roots, later roots replacing earlier ones by id."""
    things: dict[str, T] = {}
    paths: dict[str, Path] = {}
    problems: list[Problem] = []
    for root in roots:
        for path in sources(kind.folder, root):
            read_in = read_one(kind, path)
            problems += read_in.problems
            things |= read_in.things
            paths |= read_in.paths
    return Shelf(things, paths, tuple(problems))


def read_one(kind: Kind[T], path: Path) -> Shelf[T]:
    """A shelf with the one thing of a file or folder, or with every problem that keeps it from being read."""
    thing, problems = _thing(kind.type, path)
    found = {} if thing is None else {path.stem: thing}
    return Shelf(found, dict.fromkeys(found, path), tuple(problems))


def _thing(cls: type[T], path: Path) -> tuple[T | None, list[Problem]]:
    data, problems = _table(path)
    if problems:
        return None, problems
    if not ID.fullmatch(path.stem):
        hint = "name it in small letters, digits and single hyphens, like stream-joins"
        return None, [
            Problem(
                path=str(path),
                field="id",
                message=f"would be {path.stem!r}, after the file",
                suggestion=hint,
            )
        ]
    if data.get("id", path.stem) != path.stem:
        hint = f"rename the file or write id = {path.stem!r}"
        return None, [
            Problem(
                path=str(path), field="id", message="differs from the file's name", suggestion=hint
            )
        ]
    return _structure(cls, {**data, "id": path.stem}, str(path))


def sources(folder: str, root: Path) -> list[Path]:
    """Files and folders that hold one thing each, in the order of their names."""
    where = root / folder
    if not where.is_dir():
        return []
    return sorted(
        p
        for p in where.iterdir()
        if not p.name.startswith(".") and (p.suffix == ".toml" or p.is_dir())
    )


def fingerprint(roots: Sequence[Path] = (BUILT_IN,)) -> str:
    """Sixteen hex digits that change whenever any content file does.

    The built-in content is read once in the life of a program: it comes with it.
    """
    whole = hashlib.sha256()
    for root in roots:
        whole.update(_built_in_digest() if root == BUILT_IN else _digest(root))
    return whole.hexdigest()[:16]


@lru_cache(maxsize=1)
def _built_in_digest() -> bytes:
    return _digest(BUILT_IN)


def _digest(root: Path) -> bytes:
    """A digest of every content file of a folder; nothing for a folder without one."""
    paths = sorted((*root.rglob("*.toml"), *root.rglob("*.csv")))
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.relative_to(root).as_posix().encode() + b"\0")
        digest.update(path.read_bytes() + b"\0")
    return digest.digest() if paths else b""


def _table(path: Path) -> tuple[dict[str, Any], list[Problem]]:
    if path.is_file():
        return _parsed(path)
    joined: dict[str, Any] = {}
    problems: list[Problem] = []
    for part in sorted(path.glob("*.toml")):
        data, found = _parsed(part)
        problems += found + list(_join(joined, data, part))
    return joined, problems


def _parsed(path: Path) -> tuple[dict[str, Any], list[Problem]]:
    try:
        return tomli.loads(path.read_text(encoding="utf-8")), []
    except UnicodeDecodeError:
        return {}, [
            Problem(
                path=str(path), field="", message="is not UTF-8 text", suggestion="save it as UTF-8"
            )
        ]
    except OSError as error:
        return {}, [Problem(path=str(path), field="", message=f"cannot be read: {error.strerror}")]
    except tomli.TOMLDecodeError as error:
        return {}, [Problem(path=str(path), field="", message=f"is not valid TOML: {error}")]


def _join(whole: dict[str, Any], part: dict[str, Any], path: Path) -> Iterator[Problem]:
    for key, value in part.items():
        if key not in whole:
            whole[key] = value
        elif isinstance(value, list) and isinstance(whole[key], list):
            whole[key] = whole[key] + value
        else:
            yield Problem(
                path=str(path),
                field=key,
                message="stands in two files of this folder",
                suggestion="keep one of them",
            )


def _structure(cls: type[T], data: dict[str, Any], path: str) -> tuple[T | None, list[Problem]]:
    problems = list(_unknown_fields(cls, data, path, ""))
    try:
        thing = _converter().structure(data, cls)
    except Exception as error:  # cattrs gathers everything below it into one group
        return None, problems + list(_explained(error, path, ""))
    return (None if problems else thing), problems


@lru_cache(maxsize=1)
def _converter() -> Any:
    from cattrs import Converter

    converter = Converter(detailed_validation=True)
    for kind, hook in HOOKS.items():
        converter.register_structure_hook(kind, hook)
    return converter


def _exactly(kind: type, called: str) -> Callable[[Any, Any], Any]:
    def check(value: Any, _: Any) -> Any:
        if type(value) is not kind:
            raise ValueError(f"must be {called}, not {value!r}")
        return value

    return check


def _text(value: Any, cls: Any) -> Any:
    """Plain text, or a member of a StrEnum, which cattrs hands to the hook of its base."""
    if cls is not str:
        return _member(value, cls)
    if type(value) is not str:
        raise ValueError(f"must be text, not {value!r}")
    return value


def _number(value: Any, _: Any) -> float:
    if type(value) not in (int, float):
        raise ValueError(f"must be a number, not {value!r}")
    return float(value)


def _member(value: Any, cls: type[StrEnum]) -> StrEnum:
    legal = [member.value for member in cls]
    if value not in legal:
        near = nearest(str(value), legal)
        hint = f"; did you mean {near!r}?" if near else ""
        raise ValueError(f"is {value!r}, but must be one of {', '.join(legal)}{hint}")
    return cls(value)


HOOKS: dict[type, Callable[[Any, Any], Any]] = {
    str: _text,
    bool: _exactly(bool, "true or false"),
    int: _exactly(int, "a whole number"),
    float: _number,
    date: _exactly(date, "a date like 2026-11-22"),
}


def _explained(error: BaseException, path: str, where: str) -> Iterator[Problem]:
    """Problems told by the leaves of a cattrs exception group, with the field of each."""
    if not isinstance(error, BaseExceptionGroup):
        yield Problem(path=path, field=where, message=_sentence(error))
        return
    for inner in error.exceptions:
        step = next((str(note) for note in getattr(inner, "__notes__", ())), "")
        yield from _explained(inner, path, _deeper(where, step, inner))


def _deeper(where: str, step: str, error: BaseException) -> str:
    note = next(iter(getattr(error, "__notes__", ())), None)
    name = getattr(note, "name", None)
    index = getattr(note, "index", None)
    if name is not None:
        return f"{where}.{name}" if where else str(name)
    return f"{where}[{index}]" if index is not None else where


def _sentence(error: BaseException) -> str:
    if isinstance(error, KeyError):
        return f"lacks the field {error.args[0]!r}"
    text = str(error)
    missing = "missing 1 required keyword-only argument: "
    return f"lacks the field {text.split(missing)[1]}" if missing in text else text


def _unknown_fields(cls: Any, data: Any, path: str, where: str) -> Iterator[Problem]:
    if not isinstance(data, dict) or not dataclasses.is_dataclass(cls):
        return
    members = _members(typing.cast(type, cls))
    for key, value in data.items():
        field = f"{where}.{key}" if where else key
        if key not in members:
            near = nearest(key, list(members))
            hint = f"did you mean {near!r}?" if near else f"known: {', '.join(members)}"
            yield Problem(path=path, field=field, message="is not a known field", suggestion=hint)
        elif members[key] is not None:
            for place, inner in _inside(value, field):
                yield from _unknown_fields(members[key], inner, path, place)


def _inside(value: Any, field: str) -> Iterable[tuple[str, Any]]:
    if isinstance(value, list):
        return [(f"{field}[{n}]", inner) for n, inner in enumerate(value)]
    return [(field, value)]


@lru_cache(maxsize=256)
def _members(cls: type) -> dict[str, type | None]:
    """For each field the dataclass inside it, or None where there is none."""
    return {name: _dataclass_in(hint) for name, hint in typing.get_type_hints(cls).items()}


def _dataclass_in(hint: Any) -> type | None:
    inside = [a for a in typing.get_args(hint) if a not in (types.NoneType, Ellipsis)]
    member = inside[-1] if inside else hint
    return member if dataclasses.is_dataclass(member) and isinstance(member, type) else None
