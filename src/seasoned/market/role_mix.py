"""What kind of work an advert describes, in shares, from its text and never from its title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seasoned.market.posting import ROLE_KINDS, RoleShare, Span
from seasoned.market.strength import Judge

WEIGHTS = {
    "duties": 1.0,
    "intro": 0.6,
    "unknown": 0.6,
    "stack": 0.4,
    "required": 0.4,
    "preferred": 0.2,
}
"""What a phrase counts by where it stands: duties describe the work, demands only the person; our
choice. Company, benefits, legal and process words count nothing."""
LEAST = 1.0
"""Weight below which an advert says too little for a mix: one duty phrase."""
SPANS = 5


def role_mix(judge: Judge, *, skip: int = 0) -> tuple[RoleShare, ...]:
    """Shares of the six kinds of work, summing to 100, with sentences that speak for each.

    ``skip``: characters at the start, where the title stands, that say nothing. Empty where the
    text speaks of none of them.
    """
    weights = dict.fromkeys(ROLE_KINDS, 0.0)
    spans: dict[str, dict[tuple[int, int], float]] = {role: {} for role in ROLE_KINDS}
    for role, sentence, weight in _votes(judge, skip):
        weights[role] += weight
        spans[role][sentence] = spans[role].get(sentence, 0.0) + weight
    if sum(weights.values()) < LEAST:
        return ()
    shares = _hundred([weights[role] for role in ROLE_KINDS])
    return tuple(
        RoleShare(role=role, share=share, spans=tuple(_spans(judge.text, spans[role])))
        for role, share in zip(ROLE_KINDS, shares, strict=True)
    )


def _votes(judge: Judge, skip: int) -> Iterator[tuple[str, tuple[int, int], float]]:
    """One vote for each different phrase of a sentence."""
    seen: set[tuple[str, tuple[int, int], str]] = set()
    for found in judge.found["role"]:
        section = judge.sections.at(found.start)
        weight = WEIGHTS.get(section.kind, 0.0)
        if not weight or found.start < max(skip, section.start):
            continue
        role, words = found.means.says, judge.text[found.start : found.end].lower()
        key = (role, judge.sentences.at(found.start), words)
        if key not in seen:
            seen.add(key)
            yield role, key[1], weight


def _hundred(weights: Sequence[float]) -> list[float]:
    """Whole per cents that sum to 100, by largest remainder."""
    exact = [100 * weight / sum(weights) for weight in weights]
    shares = [float(int(value)) for value in exact]
    order = sorted(range(len(exact)), key=lambda i: shares[i] - exact[i])
    for index in order[: round(100 - sum(shares))]:
        shares[index] += 1.0
    return shares


def _spans(text: str, weights: dict[tuple[int, int], float]) -> Iterator[Span]:
    best = sorted(sorted(weights, key=lambda s: (-weights[s], s))[:SPANS])
    for start, end in best:
        yield Span(start=start, end=end, quote=text[start:end])
