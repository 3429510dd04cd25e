"""Memo: made once, even by many at once; failures are not kept; the oldest goes first."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from seasoned.web.memo import Memo


def test_result_is_made_once_when_many_want_it_together():
    memo, made, go = Memo(2), [], Event()

    def make() -> int:
        go.wait(5)
        made.append(1)
        return 7

    with ThreadPoolExecutor(8) as pool:
        waiting = [pool.submit(memo.once, "key", make) for _ in range(8)]
        go.set()

    assert [one.result() for one in waiting] == [7] * 8
    assert made == [1]


def test_failure_is_not_kept():
    memo = Memo(2)

    with pytest.raises(ZeroDivisionError):
        memo.once("key", lambda: 1 // 0)

    assert memo.once("key", lambda: 5) == 5


def test_oldest_unused_result_goes_first():
    memo = Memo(2)
    memo.once("a", lambda: 1)
    memo.once("b", lambda: 2)
    memo.once("a", lambda: 3)

    memo.once("c", lambda: 4)

    assert [memo.holds(key) for key in "abc"] == [True, False, True]
    memo.clear()
    assert not memo.holds("a")
