from __future__ import annotations

from dataclasses import replace

import pytest

from seasoned.journeys.content import load_content
from seasoned.market.posting import Posting
from seasoned.market.reading import read_posting
from seasoned.planning.adjacent import Fit, honest_fit, modelling_heavy
from seasoned.planning.matching import match
from seasoned.profile.standing import Estimate, Standing
from tests.planning.world import standing

CONTENT = load_content()
RESEARCH = """Research scientist
What you will do
- Invent new architectures for large language models and publish at NeurIPS
- Run ablations and write papers on what you find

Requirements
- PhD in computer science or a related field
- 5 years of experience with machine learning
- Deep learning, reinforcement learning and PyTorch
- Statistics
"""
PLATFORM = """Platform engineer
What you will do
- Run the Kubernetes clusters and the internal tools of other teams

Requirements
- Kubernetes and Terraform
"""


def read(text: str) -> Posting:
    return read_posting(text, skills=CONTENT.skills, id="it")


def novice(**levels: float) -> Standing:
    """Little is known of anything, as on the first day, but for what is given."""
    known = {name: Estimate(level=1.0, error=1.2) for name in CONTENT.skills}
    return standing_with({**known, **standing(**levels).skills})


def standing_with(skills: dict[str, Estimate]) -> Standing:
    return replace(standing(), skills=skills)


def fit(text: str, who: Standing, **more) -> Fit | None:
    posting = read(text)
    return honest_fit(posting, match(posting, who), who, CONTENT.hats, CONTENT.skills, **more)


def test_novice_without_degree_sees_what_is_stated_and_two_roles_beside_it() -> None:
    # Needs, row 19: the stated requirement, no discouragement, two adjacent roles.
    found = fit(RESEARCH, novice(docker=2.5, ci_cd=2.2, sql=2.4, python=2.5))

    assert found is not None
    assert found.stated[0].startswith("It requires a doctorate")
    assert "“" in found.stated[0]
    assert "your record names no degree" in found.stated[0]
    assert any(words.startswith("It asks 5 years of work") for words in found.stated)
    assert len(found.roles) >= 2
    assert all(role.nearer for role in found.roles[:2])
    assert all(role.hat != "researcher" and role.nearest and role.why for role in found.roles)
    carriers = ("mlops-engineer", "platform-engineer", "data-engineer", "reliability-engineer")
    assert any(role.hat in carriers for role in found.roles)
    whole = " ".join((*found.stated, found.words, *(role.why for role in found.roles)))
    for discouraging in ("unfortunately", "cannot", "not suitable", "too low", "only for"):
        assert discouraging not in whole.lower()


def test_nearer_role_comes_first() -> None:
    ops = dict.fromkeys((s.replace("-", "_") for s in CONTENT.hats["mlops-engineer"].skills), 3.5)

    found = fit(RESEARCH, novice(**ops))

    assert found is not None
    assert found.roles[0].hat == "mlops-engineer"


def test_whoever_has_what_is_stated_is_told_nothing() -> None:
    expert = standing_with({name: Estimate(level=4.5, error=0.2) for name in CONTENT.skills})

    assert fit(RESEARCH, expert, degree="doctorate", years=8.0) is None
    assert fit(RESEARCH, expert, degree="first", years=8.0) is not None


def test_advert_that_is_no_research_has_no_such_note() -> None:
    assert modelling_heavy(read(PLATFORM), CONTENT.skills) is False
    assert fit(PLATFORM, novice()) is None


@pytest.mark.parametrize("degree", ["none", "first", "higher"])
def test_preferred_degree_is_said_to_be_preferred(degree: str) -> None:
    text = RESEARCH.replace("- PhD in computer science or a related field\n", "")
    found = fit(f"{text}\nNice to have\n- PhD\n", novice(), degree=degree, years=9.0)

    assert found is not None
    assert found.stated[0].startswith("It prefers a doctorate")
