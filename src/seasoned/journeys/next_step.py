"""The main journey: a profile, content and adverts in; standing, gap and plan out. No store."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from seasoned.journeys.content import Content
from seasoned.journeys.outlook import evidence_after
from seasoned.journeys.renaming import posting_today, profile_today
from seasoned.ladder.expecting import next_stage, stages_by_years
from seasoned.ladder.ladder import Ladder
from seasoned.market.posting import Posting
from seasoned.planning.capacity import capacity_from
from seasoned.planning.gap import Gap, Readiness
from seasoned.planning.gaps import posting_gaps, stage_gaps
from seasoned.planning.planner import make_plan
from seasoned.planning.readiness import likely_stage, readiness, shown_stage
from seasoned.planning.schedule import Plan
from seasoned.profile.belief import Belief
from seasoned.profile.clock import years_of
from seasoned.profile.observing import role_evidence
from seasoned.profile.person import Degree, Profile
from seasoned.profile.standing import Standing
from seasoned.profile.standing_from import belief_from, standing_from


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """Everything that one walk through the rooms found out about a person at a moment.

    ``current_stage``: the highest that is shown; ``likely_stage``: the highest that is more
    probably met than not. ``stages_by_years``: what years alone would suggest, shown and never
    used. ``plan`` is None when none was asked for.
    """

    at: date
    ladder: str
    standing: Standing
    current_stage: str
    likely_stage: str
    target_stage: str
    readiness: Readiness
    gaps: tuple[Gap, ...]
    postings: tuple[str, ...]
    posting_gaps: tuple[Gap, ...]
    plan: Plan | None
    stages_by_years: tuple[str, ...]
    fingerprint: str


def next_step(
    profile: Profile,
    content: Content,
    *,
    at: date,
    postings: Sequence[Posting] = (),
    stage: str = "",
    context: str | None = None,
    archetype: str | None = None,
    done: Collection[str] = (),
    with_plan: bool = True,
) -> NextStep:
    """Where the person stands, how far it is to a stage and to the adverts, and what to do next.

    ``stage``, ``context`` and ``archetype`` go before the person's wishes; without either, the
    stage is the one above the likely one. ``done``: actions that are behind them.
    Raises UnknownId for what the content lacks and PlanningError for wishes that conflict.
    """
    today = profile_today(profile, content.skills)
    walk = _Walk(profile=_aimed(today, stage, context, archetype), content=content, at=at)
    belief, standing = walk.belief(), walk.standing()
    climb = walk.climb(belief, standing)
    likely = likely_stage(climb)
    target = stage or profile.wishes.stage or next_stage(walk.ladder, likely)
    ready = walk.readiness(belief, standing, target)
    gaps = walk.stage_gaps(ready, belief)
    asked = tuple(posting_today(p, content.skills) for p in postings if not p.archived)
    wanted = walk.posting_gaps(asked, belief, standing)
    plan = walk.plan((*gaps, *wanted), standing, done) if with_plan else None
    return NextStep(
        at=at,
        ladder=walk.ladder.id,
        standing=standing,
        current_stage=shown_stage(climb),
        likely_stage=likely,
        target_stage=ready.stage,
        readiness=ready,
        gaps=gaps,
        postings=tuple(posting.id for posting in asked),
        posting_gaps=wanted,
        plan=walk.with_outlook(plan, gaps, standing, ready) if plan else None,
        stages_by_years=walk.stages_by_years(),
        fingerprint=content.fingerprint,
    )


def stage_words(found: NextStep, ladder: Ladder) -> str:
    """The likely stage and the shown one in a sentence."""
    names = {stage.id: stage.name for stage in ladder.stages}
    likely, shown = names[found.likely_stage], names[found.current_stage]
    if found.likely_stage == found.current_stage:
        return f"Most likely {likely}."
    return f"Most likely {likely}; direct evidence so far carries no further than {shown}."


def with_role_evidence(profile: Profile, *, at: date) -> Profile:
    """The profile with what its roles say about their skills, where no evidence says it yet."""
    roles = profile.roles
    said = {piece.id for piece in profile.evidence}
    found = (role_evidence(role, at=at, roles=roles) for role in roles if role.skills)
    new = tuple(piece for piece in found if piece.observations and piece.id not in said)
    return replace(profile, evidence=(*profile.evidence, *new))


def years_and_degree(profile: Profile, at: date) -> tuple[float, Degree] | None:
    """Years since the highest dated degree, else years worked; None when neither is known."""
    ranks = list(Degree)
    dated = [e for e in profile.education if e.year is not None and e.degree is not Degree.NONE]
    if dated:
        top = max(dated, key=lambda e: (ranks.index(e.degree), e.year or 0))
        return max(float(at.year - (top.year or at.year)), 0.0), top.degree
    highest = max((e.degree for e in profile.education), key=ranks.index, default=Degree.NONE)
    return (years_of(profile.roles, at=at), highest) if profile.roles else None


def _aimed(profile: Profile, stage: str, context: str | None, archetype: str | None) -> Profile:
    wishes = profile.wishes
    aim = replace(
        wishes,
        stage=stage or wishes.stage,
        context=wishes.context if context is None else context,
        archetype=wishes.archetype if archetype is None else archetype,
    )
    return replace(profile, wishes=aim)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Walk:
    """One person, one content, one moment: each room is called with what it asks for."""

    profile: Profile
    content: Content
    at: date

    @property
    def ladder(self) -> Ladder:
        return self.content.ladder(self.profile.wishes.ladder)

    def belief(self) -> Belief:
        return belief_from(
            self.content.skills,
            self.content.kinds,
            self.profile.evidence,
            at=self.at,
            leaves=self.profile.leaves,
        )

    def standing(self) -> Standing:
        return standing_from(
            self.content.skills,
            self.content.kinds,
            self.profile.evidence,
            at=self.at,
            leaves=self.profile.leaves,
            interests=self.profile.wishes.interests,
            fingerprint=self.content.fingerprint,
        )

    def climb(self, belief: Belief, standing: Standing) -> tuple[Readiness, ...]:
        """Readiness for every stage, the lowest first."""
        return tuple(
            self.readiness(belief, standing, stage.id, with_change=False)
            for stage in self.ladder.stages
        )

    def readiness(
        self, belief: Belief, standing: Standing, stage: str, *, with_change: bool = True
    ) -> Readiness:
        wishes = self.profile.wishes
        return readiness(
            self.ladder,
            belief,
            standing,
            stage=stage,
            context=wishes.context,
            archetype=wishes.archetype,
            evidence=self.profile.evidence,
            kinds=self.content.kinds,
            no_opportunity=wishes.no_opportunity,
            at=self.at,
            leaves=self.profile.leaves,
            with_change=with_change,
        )

    def stage_gaps(self, ready: Readiness, belief: Belief) -> tuple[Gap, ...]:
        return stage_gaps(
            ready,
            self.ladder,
            self.content.actions,
            self.profile.wishes,
            skills=self.content.skills,
            belief=belief,
        )

    def posting_gaps(
        self, postings: Sequence[Posting], belief: Belief, standing: Standing
    ) -> tuple[Gap, ...]:
        return posting_gaps(
            postings,
            belief,
            standing,
            self.content.skills,
            self.content.actions,
            self.profile.wishes,
        )

    def plan(self, gaps: Sequence[Gap], standing: Standing, done: Collection[str]) -> Plan:
        wishes = self.profile.wishes
        capacity = capacity_from(wishes, start=self.at, leaves=self.profile.leaves)
        return make_plan(
            gaps,
            self.content.actions,
            capacity,
            wishes,
            standing,
            at=self.at,
            done=done,
            skills=self.content.skills,
            fingerprint=self.content.fingerprint,
        )

    def with_outlook(
        self, plan: Plan, gaps: Sequence[Gap], standing: Standing, ready: Readiness
    ) -> Plan:
        """The plan with the chance of being ready now, and once it is done and shown."""
        planned = evidence_after(plan, gaps, self.content, standing, at=self.at)
        profile = replace(self.profile, evidence=(*self.profile.evidence, *planned))
        then = replace(self, profile=profile)
        after = then.readiness(then.belief(), standing, ready.stage, with_change=False)
        return replace(plan, readiness_before=ready.probability, readiness_after=after.probability)

    def stages_by_years(self) -> tuple[str, ...]:
        known = years_and_degree(self.profile, self.at)
        return stages_by_years(self.ladder, known[0], known[1].value) if known else ()
