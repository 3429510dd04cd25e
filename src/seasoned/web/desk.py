"""Desk: one request's person, day, facts and content, and what follows from them, computed once.

Results are kept in this process by the state of the person's facts, the content's fingerprint,
the day and the choices made, so that no page computes what another has computed already.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Max
from django.http import HttpRequest

from seasoned.assessment.marking import Given
from seasoned.errors import UnknownId
from seasoned.journeys import workspace
from seasoned.journeys.content import Content
from seasoned.journeys.demanding import Asked, asked_together
from seasoned.journeys.matching import Ranking, my_constraints, ranking
from seasoned.journeys.next_step import NextStep
from seasoned.journeys.testing import Testing, answered, resumed
from seasoned.ladder.ladder import Ladder
from seasoned.market.posting import Posting
from seasoned.profile.evidence import Evidence
from seasoned.profile.person import Profile
from seasoned.profile.standing import Standing
from seasoned.skills.skill import Skill
from seasoned.store import tables
from seasoned.store.people import ensure_person
from seasoned.store.postings import list_postings
from seasoned.web.memo import Memo
from seasoned.web.page import COOKIE, SAMPLE

_facts, _steps, _histories, _tests = Memo(8), Memo(24), Memo(8), Memo(32)
_rankings, _demands = Memo(8), Memo(8)

FACTS = (
    tables.Statement,
    tables.EvidenceVersion,
    tables.PostingVersion,
    tables.SittingVersion,
    tables.ResponseRow,
)
"""Tables whose newest row names the state of a person's facts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a page works with. ``state`` changes whenever a fact of the person does."""

    person: int
    sample: bool
    at: date
    state: tuple[Any, ...]
    content: Content
    profile: Profile
    postings: tuple[Posting, ...]

    @property
    def ladder(self) -> Ladder:
        """The ladder the person measures against."""
        return self.content.ladder(self.profile.wishes.ladder)

    @property
    def known(self) -> bool:
        """Whether anything at all is known about the person's work."""
        return bool(self.profile.roles or self.profile.evidence or self.postings)

    @property
    def confirmed(self) -> tuple[Evidence, ...]:
        """Evidence that counts."""
        return tuple(piece for piece in self.profile.evidence if piece.confirmed)

    @property
    def waiting(self) -> tuple[Evidence, ...]:
        """Suggestions that wait for the person's yes."""
        return tuple(piece for piece in self.profile.evidence if not piece.confirmed)

    @property
    def open_postings(self) -> tuple[Posting, ...]:
        """Adverts that count."""
        return tuple(posting for posting in self.postings if not posting.archived)

    def skill(self, name: str) -> Skill:
        """A skill by id; raises UnknownId with the nearest."""
        if name not in self.content.skills:
            raise UnknownId("skill", name, tuple(self.content.skills))
        return self.content.skills[name]

    def named(self, name: str) -> str:
        """A skill's name, or the id itself where content has it no more."""
        return self.content.skills[name].name if name in self.content.skills else name

    def step(
        self,
        *,
        stage: str = "",
        context: str | None = None,
        archetype: str | None = None,
        posting: str = "",
        with_plan: bool = False,
    ) -> NextStep:
        """The main journey for these choices, kept as a snapshot when they are the person's own.

        ``posting`` compares with one advert alone.
        """
        choices = (stage, context, archetype, posting)
        planned = (*self._key(*choices), True)
        with_plan = with_plan or _steps.holds(planned)
        return _steps.once(
            planned if with_plan else (*self._key(*choices), False),
            lambda: workspace.my_next_step(
                self.person,
                at=self.at,
                stage=stage,
                context=context,
                archetype=archetype,
                only_postings=(posting,) if posting else (),
                with_plan=with_plan,
                keep=choices == ("", None, None, "") and bool(self.confirmed),
            ),
        )

    def has_plan(self) -> bool:
        """Whether the plan for the person's own wishes is made already."""
        return _steps.holds((*self._key("", None, None, ""), True))

    def ranking(self) -> Ranking:
        """Every advert, archived ones too, compared with what is known of the person."""
        return _rankings.once(
            self._key(),
            lambda: ranking(
                self.profile,
                self.content,
                self.postings,
                at=self.at,
                constraints=my_constraints(self.person),
                others=self.open_postings,
            ),
        )

    def asked(self) -> Asked:
        """What the adverts that count ask together; raises InputError where there is none."""
        return _demands.once(
            self._key(),
            lambda: asked_together(self.open_postings, self.step().standing, self.content.skills),
        )

    def history(self) -> tuple[Standing, ...]:
        """Standing on the days on which evidence was seen, up to the day itself."""
        return _histories.once(
            self._key(), lambda: workspace.my_standing_over_time(self.person, until=self.at)
        )

    def testing(self, key: str) -> Testing:
        """A test as it stands, kept between one question and the next."""
        return _tests.once(
            self._key("test", key),
            lambda: resumed(self.person, key, self.content, self.profile),
        )

    def answer(self, testing: Testing, given: Given, *, seconds: float) -> Testing:
        """The test after an answer, kept for the page that shows the next question."""
        after = answered(
            self.person,
            testing,
            given,
            self.content,
            self.profile,
            at=self.at,
            seconds=seconds,
        )
        now = replace(self, state=_state(self.person))
        return _tests.once(now._key("test", testing.sitting.id), lambda: after)

    def seed(self) -> int:
        """Chance for a test that begins: which of equally good questions comes hangs on it."""
        return random.SystemRandom().randrange(2**31)

    def _key(self, *choices: Any) -> tuple[Any, ...]:
        return (*self.state, self.content.fingerprint, self.at, *choices)


def desk_of(request: HttpRequest) -> Desk:
    """The desk of whoever asks: the owner of this machine's store, or the sample person."""
    sample = request.COOKIES.get(COOKIE) == SAMPLE
    person = ensure_person(SAMPLE if sample else "me")
    state = _state(person)
    profile, postings = _facts.once(
        state, lambda: (workspace.my_profile(person), list_postings(person, archived=True))
    )
    return Desk(
        person=person,
        sample=sample,
        at=date.today(),
        state=state,
        content=workspace.my_content(),
        profile=profile,
        postings=postings,
    )


def forget() -> None:
    """Drop everything kept in this process, as erasing must."""
    for memo in (_facts, _steps, _histories, _tests, _rankings, _demands):
        memo.clear()


def _state(person: int) -> tuple[Any, ...]:
    """The newest row of each kind of fact; rows are only ever appended, so it names the state."""
    from django.db import connection

    newest = tuple(
        table._default_manager.filter(person_id=person).aggregate(last=Max("pk"))["last"]
        for table in FACTS
    )
    return (str(connection.settings_dict["NAME"]), person, *newest)
