"""What a host asks of programs in its robots.txt (RFC 9309): which paths to leave, how slow to go."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

LONGEST = 500_000
"""Characters of a robots.txt that are read, as the RFC says; the rest is passed over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """Rules for one program: path patterns with whether they may be read, and seconds between asks."""

    rules: tuple[tuple[str, bool], ...] = ()
    delay: float = 0.0

    def allows(self, path: str) -> bool:
        """Whether a path, with its query, may be read: the longest fitting rule decides."""
        plain = _normal(path or "/")
        fitting = [
            (len(pattern), allowed) for pattern, allowed in self.rules if _fits(pattern, plain)
        ]
        return max(fitting)[1] if fitting else True


def robots_from(text: str, program: str) -> Robots:
    """The rules for a program: those of groups that name it, else those for all.

    Examples
    --------
    >>> rules = robots_from("User-agent: *\\nDisallow: /private\\nAllow: /private/jobs", "seasoned")
    >>> rules.allows("/private/x"), rules.allows("/private/jobs/1"), rules.allows("/")
    (False, True, True)
    """
    groups = list(_groups(text))
    named = [lines for agents, lines in groups if program.lower() in agents]
    lines = [line for part in named or [g for a, g in groups if "*" in a] for line in part]
    rules = [(_normal(value), key == "allow") for key, value in lines if key != "crawl-delay"]
    return Robots(rules=tuple(rule for rule in rules if rule[0]), delay=_delay(lines))


def _groups(text: str) -> Iterator[tuple[set[str], list[tuple[str, str]]]]:
    """Agents and their lines; several agents in a row share the lines that follow."""
    agents: set[str] = set()
    lines: list[tuple[str, str]] = []
    for raw in text[:LONGEST].splitlines():
        key, colon, value = raw.split("#", 1)[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if key == "user-agent" and colon:
            if lines:
                yield agents, lines
                agents, lines = set(), []
            agents.add(value.split("/")[0].strip().lower())
        elif key in ("allow", "disallow", "crawl-delay") and agents:
            lines.append((key, value))
    if agents:
        yield agents, lines


def _delay(lines: Sequence[tuple[str, str]]) -> float:
    said = [value for key, value in lines if key == "crawl-delay"]
    try:
        return max(float(said[0]), 0.0) if said else 0.0
    except ValueError:
        return 0.0


def _normal(path: str) -> str:
    return unquote(path)


def _fits(pattern: str, path: str) -> bool:
    """Whether a pattern with ``*`` and a closing ``$`` fits the beginning of the path."""
    ends = pattern.endswith("$")
    parts = [re.escape(part) for part in pattern.rstrip("$").split("*")]
    return re.match(".*?".join(parts) + ("$" if ends else ""), path, re.S) is not None
