"""Memo: results kept in this process, each made once even when several requests want it together."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

T = TypeVar("T")


class Memo:
    """The newest ``size`` results by key; who asks for one in the making waits for it."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._making: dict[Hashable, Lock] = {}
        self._lock = Lock()

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """The result of that key, made when it is not there; a failure is not kept."""
        with self._lock:
            making = self._making.setdefault(key, Lock())
        with making:
            try:
                found = self._found(key)
                return found[0] if found else self._keep(key, make())
            finally:
                with self._lock:
                    self._making.pop(key, None)

    def holds(self, key: Hashable) -> bool:
        """Whether the result is there already."""
        with self._lock:
            return key in self._kept

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._kept.clear()

    def _found(self, key: Hashable) -> tuple[Any, ...]:
        with self._lock:
            if key not in self._kept:
                return ()
            self._kept.move_to_end(key)
            return (self._kept[key],)

    def _keep(self, key: Hashable, made: T) -> T:
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > self.size:
                self._kept.popitem(last=False)
        return made
