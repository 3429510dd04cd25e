"""Figures of the advert reader in a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from seasoned.cli.showing import heading, line, plural, table
from seasoned.market.scoring import Miss, Overlap, Score, Share


def show_score(score: Score) -> None:
    """One row a measure."""
    heading(f"Read against {plural(score.adverts, 'labelled advert')}")
    names = (
        ("names asked, unknown ones left out", score.names),
        ("names asked, unknown ones counted as wrong", score.names_strict),
        ("required", score.required),
        ("preferred", score.preferred),
    )
    table("Names", "F1", "Precision", "Recall", right=(1, 2, 3), rows=[_names(*n) for n in names])
    shares = (
        ("told apart must from nice", score.told_apart),
        ("alternatives kept together", score.choices),
        ("asks nothing told", score.asks_nothing),
        ("years", score.years),
        ("degree", score.degree),
        ("workplace", score.workplace),
        ("pay where stated", score.pay),
        ("seniority", score.seniority),
        ("visa", score.visa),
    )
    table("Values", "Exact", "Of", right=(1, 2), rows=[_share(*share) for share in shares])
    line(f"Skills found where an advert asks nothing: {score.found_where_nothing_is_asked}")
    line(f"Pay invented: {score.pay_invented}")
    line(f"Role mix, mean distance from the label (0 same, 1 apart): {score.mix_distance:.2f}")


def show_misses(misses: Iterable[Miss]) -> None:
    """Each difference on a line."""
    for miss in misses:
        line(f"{miss.advert}  {miss.what}: labelled [{miss.labelled}] read [{miss.read}]")


def _names(name: str, overlap: Overlap) -> tuple[str, ...]:
    return name, f"{overlap.f1:.3f}", f"{overlap.precision:.3f}", f"{overlap.recall:.3f}"


def _share(name: str, share: Share) -> tuple[str, ...]:
    return name, f"{share.share * 100:.0f} %", str(share.of)
