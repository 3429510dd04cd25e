"""The extractors that are compared, and the lists of terms that the plain matchers look for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from benchmarks.market.running import Tool
from seasoned.skills.skill import Skill

BEFORE = "27 November 2026"
"""Day of the figures on real adverts that stand in for what cannot be run."""
READING = Tool(name="Seasoned, full reading", key="reading")
FINDING = Tool(name="Seasoned, the matcher alone", key="finding")
AUTOMATON = Tool(name="bare Aho-Corasick pass over the same forms", key="automaton")
GAZETTEER = Tool(
    name="31,000-term gazetteer (skill-extractor's matcher)",
    key="gazetteer",
    home="skill-extractor",
    before=(0.82, 0.41),
)
SLOW = (
    Tool(
        name="skill-extractor",
        key="skill_extractor",
        home="skill-extractor",
        before=(0.72, 0.58),
        fast=False,
    ),
    Tool(name="SkillNER", key="skillner", home="skillner", before=(0.54, 0.21), fast=False),
    Tool(name="esco-skill-extractor", key="esco", home="esco", before=(0.16, 0.12), fast=False),
)


def matchers(public: Path, own: Path) -> tuple[Tool, ...]:
    """flashtext2 and spaCy over the public list and over our terms."""
    lists = (("the same 31,000 terms", public), ("the terms of Seasoned", own))
    return tuple(
        Tool(name=f"{name}, {what}", key=key, home=home, terms=terms)
        for name, key, home in (
            ("flashtext2", "flashtext2", "flashtext2"),
            ("spaCy PhraseMatcher", "phrase_matcher", "spacy"),
        )
        for what, terms in lists
    )


def write_own(skills: Mapping[str, Skill], path: Path) -> int:
    """Each written form of our vocabulary with its name; how many there are."""
    forms = [
        [form, term.canonical]
        for skill in skills.values()
        for term in skill.terms
        if not term.human
        for form in term.surfaces
    ]
    path.write_text(json.dumps(forms), encoding="utf-8")
    return len(forms)


def public_list(homes: Path) -> Path | None:
    """The list of 30,957 terms in skill-extractor's wheel, where that is installed."""
    found = (homes / "skill-extractor").glob("lib/*/site-packages/skill_extractor/data/skills.json")
    return next(found, None)
