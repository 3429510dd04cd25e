"""Our side behind the same JSON lines as the peers: ``python -m benchmarks.market.ours TOOL``."""

from __future__ import annotations

import hashlib
import sys

from benchmarks.market.peers.worker import Extract, serve
from seasoned.journeys.content import load_content
from seasoned.market.reading import read_posting
from seasoned.skills.finding import finder_for


def reading() -> Extract:
    """Every field of an advert; what it says is the digest of all of them, and the asked names."""
    skills = load_content().skills
    finder = finder_for(skills)

    def extract(text: str) -> list[str]:
        posting = read_posting(text, skills=skills, finder=finder)
        return [*posting.required, *posting.preferred]

    return extract


def digest() -> Extract:
    """The digest of everything read, for comparing two processes."""
    skills = load_content().skills
    finder = finder_for(skills)

    def extract(text: str) -> list[str]:
        told = repr(read_posting(text, skills=skills, finder=finder))
        return [hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()]

    return extract


def finding() -> Extract:
    """The matcher alone, folding included."""
    finder = finder_for(load_content().skills)
    return lambda text: [one.term for one in finder.mentions(text)]


def automaton() -> Extract:
    """A bare Aho-Corasick pass over the same forms: small letters, then every hit, as numbers."""
    bare = finder_for(load_content().skills)._automaton

    def extract(text: str) -> tuple[str, ...]:
        bare.find_matches_as_indexes(text.lower(), overlapping=True)
        return ()

    return extract


TOOLS = {"reading": reading, "digest": digest, "finding": finding, "automaton": automaton}

if __name__ == "__main__":
    serve(TOOLS[sys.argv[1]])
