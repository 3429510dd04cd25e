"""People whose true levels are known, in the model's own world and in three that break it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from seasoned.numerics.hierarchy import Hierarchy
from seasoned.numerics.readiness import enough_in, needed

Floats = npt.NDArray[np.float64]

AREAS, MUSTS = 5, 8
"""Five areas with eight musts each: what the senior stage of the built-in ladder asks."""

READY_SHARE = 0.3
"""Share of people who are truly ready; the asked levels are set so in each world."""

TRUE = Hierarchy(mean=1.0, general=0.3, group=0.3, own=0.9)
GROUPS = np.repeat(np.arange(AREAS), MUSTS)
NEED = needed(np.full(AREAS, MUSTS))


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Truth and what was seen of it: values and noise variances of shape (people, musts).

    Unseen values are zero with infinite variance. ``ready`` is the truth, of shape (people,).
    """

    asked: Floats
    values: Floats
    variances: Floats
    ready: npt.NDArray[np.bool_]

    @property
    def seen(self) -> npt.NDArray[np.bool_]:
        return np.isfinite(self.variances)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """A way in which true levels, noise and missing evidence come about."""

    name: str
    levels: Callable[[np.random.Generator, int], Floats]
    noise: Callable[[np.random.Generator, tuple[int, int]], Floats]
    missing_weak: bool = False


def people(
    world: World,
    count: int,
    coverage: float,
    rng: np.random.Generator,
    ready_share: float = READY_SHARE,
) -> People:
    """People of a world with evidence on a share of the musts."""
    asked = asked_levels(world, ready_share)
    levels = world.levels(rng, count)
    variances = _variances(rng, levels.shape)
    values = levels + world.noise(rng, levels.shape) * np.sqrt(variances)
    seen = rng.random(levels.shape) < _chance_seen(levels - asked, coverage, world.missing_weak)
    return People(
        asked=asked,
        values=np.where(seen, values, 0.0),
        variances=np.where(seen, variances, np.inf),
        ready=truly_ready(levels, asked),
    )


def truly_ready(levels: Floats, asked: Floats) -> npt.NDArray[np.bool_]:
    """Whether enough musts of every area are truly met."""
    return np.asarray(enough_in(levels >= asked, GROUPS, NEED).all(-1))


def asked_levels(world: World, ready_share: float = READY_SHARE) -> Floats:
    """Levels asked, half a level around one that leaves the stated share of people ready."""
    levels = world.levels(np.random.default_rng(5), 20_000)
    spread = np.random.default_rng(6).uniform(-0.5, 0.5, AREAS * MUSTS)
    low, high = -8.0, 8.0
    for _ in range(30):
        middle = (low + high) / 2
        low, high = (
            (middle, high)
            if truly_ready(levels, middle + spread).mean() > ready_share
            else (low, middle)
        )
    return np.asarray(low + spread)


def _variances(rng: np.random.Generator, shape: tuple[int, int]) -> Floats:
    """One to three pieces a must, each with the error of a work sample or better: 0.75 to 1.2 levels."""
    return np.asarray(rng.uniform(0.75, 1.2, shape) ** 2 / rng.integers(1, 4, shape))


def _chance_seen(above: Floats, coverage: float, missing_weak: bool) -> Floats:
    """The coverage for all, or one that rises with the level and averages to the coverage."""
    if not missing_weak:
        return np.full(above.shape, coverage)
    low, high = -20.0, 20.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if _rising(above + middle).mean() < coverage else (low, middle)
    return _rising(above + low)


def _rising(x: Floats) -> Floats:
    """Odds of showing something grow 2.7 times with each level."""
    return np.asarray(1 / (1 + np.exp(-x)))


def _hierarchical(rng: np.random.Generator, count: int) -> Floats:
    return np.asarray(_shared(rng, count) + rng.normal(0, TRUE.own**0.5, (count, AREAS * MUSTS)))


def _shared(rng: np.random.Generator, count: int) -> Floats:
    general = rng.normal(TRUE.mean, TRUE.general**0.5, (count, 1))
    return np.asarray(general + rng.normal(0, TRUE.group**0.5, (count, AREAS))[:, GROUPS])


def _heavy(rng: np.random.Generator, count: int) -> Floats:
    """Every layer from Student's t with 4 degrees of freedom, of the same variance."""
    layers = [(TRUE.general, 1), (TRUE.group, AREAS), (TRUE.own, AREAS * MUSTS)]
    general, group, own = (_student(rng, (count, n)) * variance**0.5 for variance, n in layers)
    return np.asarray(TRUE.mean + general + group[:, GROUPS] + own)


def _student(rng: np.random.Generator, shape: tuple[int, int]) -> Floats:
    return np.asarray(rng.standard_t(4, shape) / 2**0.5)


def _unrelated(rng: np.random.Generator, count: int) -> Floats:
    return np.asarray(rng.normal(TRUE.mean, TRUE.variance**0.5, (count, AREAS * MUSTS)))


def _normal(rng: np.random.Generator, shape: tuple[int, int]) -> Floats:
    return np.asarray(rng.normal(size=shape))


WORLDS = (
    World(name="own", levels=_hierarchical, noise=_normal),
    World(name="heavy-tailed", levels=_heavy, noise=_student),
    World(name="no hierarchy", levels=_unrelated, noise=_normal),
    World(name="weak goes missing", levels=_hierarchical, noise=_normal, missing_weak=True),
)
