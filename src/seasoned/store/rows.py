"""Frozen values to plain JSON values and back: reading what was written gives it back.

Two kinds of character cannot be stored by every database and are mended on the way in: NUL is
left out, half of a surrogate pair becomes a question mark.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

from seasoned.errors import StoreError

T = TypeVar("T")


def plain(value: Any) -> Any:
    """A value, or a collection of them, as dictionaries, lists, texts and numbers."""
    return _clean(_converter().unstructure(value))


def value_from(cls: type[T], data: Any) -> T:
    """The value of a type that was stored; unknown fields of later versions are passed over."""
    try:
        return _converter().structure(data, cls)  # type: ignore[no-any-return]
    except Exception as error:  # cattrs gathers everything below it into one group
        raise StoreError(
            f"A stored {cls.__name__} cannot be read; it was written by another "
            "version of Seasoned. Run seasoned doctor."
        ) from error


@lru_cache(maxsize=1)
def _converter() -> Any:
    from cattrs import Converter

    converter = Converter(detailed_validation=False)
    converter.register_unstructure_hook(date, lambda day: day.isoformat())
    converter.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    converter.register_unstructure_hook_func(
        lambda cls: isinstance(cls, type) and issubclass(cls, StrEnum), lambda member: member.value
    )
    return converter


def _clean(data: Any) -> Any:
    if isinstance(data, str):
        return storable(data)
    if isinstance(data, dict):
        return {storable(str(key)): _clean(inner) for key, inner in data.items()}
    if isinstance(data, list | tuple):
        return [_clean(inner) for inner in data]
    return data


def storable(text: str) -> str:
    """The text without what some database refuses: NUL and half surrogates."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
