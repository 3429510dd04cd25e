"""The house keeps what its pages promise: layers, content, plug-ins, documents."""

from __future__ import annotations

import ast
import dataclasses
import re
import runpy
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from seasoned.assessment.item import Exhibit, Item, ItemKind, LineChart, Option, Series
from seasoned.journeys.bank import load_bank, needed_skills
from seasoned.journeys.content import Content, check_content, load_content
from seasoned.ladder.hat import Hat
from seasoned.ladder.ladder import Archetype, Ask, Expectation, Experience, Ladder, Transfer
from seasoned.planning.action import Action, ActionKind
from seasoned.profile.evidence import EvidenceKind
from seasoned.skills.skill import Skill, Term

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "seasoned"
OUTSIDE = {"store", "boards", "calendars", "charts", "journeys", "cli", "api", "web"}
NETWORK = {
    "urllib.request",
    "http.client",
    "http.server",
    "socket",
    "ssl",
    "smtplib",
    "ftplib",
    "asyncio",
}


@pytest.fixture(scope="module")
def content() -> Content:
    return load_content()


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_no_core_module_reaches_for_the_network() -> None:
    core = [p for p in SOURCE.rglob("*.py") if p.relative_to(SOURCE).parts[0] not in OUTSIDE]

    reaching = [
        f"{path.name}: {name}" for path in core for name in imported(path) if name in NETWORK
    ]

    assert len(core) > 30
    assert reaching == []


def test_built_in_content_makes_sense() -> None:
    assert [str(problem) for problem in check_content()] == []


def test_catalogue_is_as_large_as_promised(content: Content) -> None:
    surfaces = {
        surface
        for skill in content.skills.values()
        for term in skill.terms
        for surface in term.surfaces
    }

    assert len(content.skills) >= 180
    assert len(surfaces) >= 1500
    assert len(content.actions) >= 120


def test_bank_of_questions_is_as_large_and_as_spread_as_promised(content: Content) -> None:
    items = load_bank().bank.items.values()
    by_area = Counter(content.skills[item.skill].area.value for item in items)
    cells = Counter((content.skills[item.skill].area.value, item.level) for item in items)
    by_skill = Counter(item.skill for item in items)

    assert len(items) >= 600
    assert len(by_skill) >= 110
    assert {item.kind for item in items} == set(ItemKind)
    assert min(cells[area, level] for area in by_area for level in (1, 2, 3, 4)) >= 5
    assert min(by_area["ops"], by_area["data"]) >= by_area["models"]
    assert [s for s in needed_skills(content.ladder("mle")) if by_skill[s] < 4] == []


def test_every_area_has_its_named_skill(content: Content) -> None:
    named = ("data-engineering", "model-training", "error-analysis", "object-oriented-ml", "mlops")
    asked = {s for e in content.ladder("mle").expectations for s in (e.skill, *e.any_of)}
    taught = {gain.skill for action in content.actions.values() for gain in action.gains}

    assert [name for name in named if name not in content.skills] == []
    assert [name for name in named if name not in asked] == []
    assert [name for name in named if name not in taught] == []


def test_data_and_ops_hold_at_least_a_fifth_of_the_ladder_each(content: Content) -> None:
    count = Counter(e.area for e in content.ladder("mle").expectations)

    assert count["data"] / count.total() >= 0.2
    assert count["ops"] / count.total() >= 0.2


def test_every_must_has_evidence_and_an_action_with_hours(content: Content) -> None:
    musts = [e for e in content.ladder("mle").expectations if e.ask is Ask.MUST]

    assert [e.id for e in musts if len(e.examples) < 2] == []
    assert [
        e.id for e in musts if not any(content.actions[a].hours.low > 0 for a in e.actions)
    ] == []


def test_every_kind_of_activity_has_an_action(content: Content) -> None:
    kinds = {action.kind for action in content.actions.values()}

    assert set(ActionKind) - kinds == set()


def test_nine_duties_of_staff_are_expected_of_the_seasoned(content: Content) -> None:
    duties = {duty for e in content.ladder("mle").expectations for duty in e.duties}
    staff = {
        "strategy",
        "roadmap",
        "alignment",
        "design",
        "reviews",
        "documentation",
        "mentoring",
        "committees",
        "ownership",
    }

    assert staff - duties == set()


def test_no_year_count_stands_in_an_expectation(content: Content) -> None:
    counted = re.compile(r"\b\d+\s*\+?\s*years? of experience", re.I)

    assert [e.id for e in content.ladder("mle").expectations if counted.search(e.statement)] == []


def test_content_speaks_of_no_talent_and_no_gender(content: Content) -> None:
    words = re.compile(
        r"\b(talent(ed)?|gifted|genius|rockstar|ninja|guru|he|she|his|her|him|manpower)\b", re.I
    )
    texts = [t for s in content.skills.values() for t in (s.summary, *s.levels)]
    texts += [e.statement for e in content.ladder("mle").expectations]
    texts += [t for a in content.actions.values() for t in (a.name, a.summary, *a.steps)]
    texts += [t for hat in content.hats.values() for t in (*hat.names, hat.summary)]
    for item in load_bank().bank.items.values():
        texts += [item.stem, item.why, *(t for o in item.options for t in (o.text, o.why))]

    assert len(texts) > 1000
    assert [text for text in texts if words.search(text)] == []


def test_readme_commands_exist() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^\s+python3 go (\w+)", readme, re.M)

    script = (ROOT / "go").read_text(encoding="utf-8")
    assert {"run", "test"} <= set(commands)
    assert [c for c in commands if f'"{c}":' not in script] == []


def test_ci_calls_the_test_command_of_the_readme() -> None:
    assert "python3 go test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_documents_lead_somewhere() -> None:
    broken = []
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            if not (page.parent / target).exists():
                broken.append(f"{page.relative_to(ROOT)} -> {target}")

    assert broken == []


def test_reference_pages_say_what_the_program_says() -> None:
    pages = runpy.run_path(str(ROOT / "docs" / "reference" / "make_reference.py"))["PAGES"]

    stale = [
        name
        for name, page in pages.items()
        if (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8") != page()
    ]

    assert stale == [], "run: python docs/reference/make_reference.py"


def test_every_setting_and_error_has_its_place_in_the_documents() -> None:
    page = (ROOT / "docs" / "reference" / "settings.md").read_text(encoding="utf-8")
    source = "\n".join(p.read_text(encoding="utf-8") for p in SOURCE.rglob("*.py"))
    settings = set(re.findall(r"\bSEASONED_[A-Z_]+\b", source))
    errors = re.findall(r"^class (\w+)\(", (SOURCE / "errors.py").read_text(encoding="utf-8"), re.M)

    assert [name for name in sorted(settings) if name not in page] == []
    assert [name for name in errors if name not in page and name != "Problem"] == []


def test_every_content_field_has_its_place_in_the_documents() -> None:
    page = (ROOT / "docs" / "reference" / "content.md").read_text(encoding="utf-8")
    kinds = (
        Skill,
        Term,
        Ladder,
        Expectation,
        Archetype,
        Action,
        EvidenceKind,
        Transfer,
        Experience,
        Hat,
        Item,
        Option,
        Exhibit,
        LineChart,
        Series,
    )
    fields = {field.name for kind in kinds for field in dataclasses.fields(kind)} - {"id"}

    assert [name for name in sorted(fields) if f"`{name}`" not in page] == []
