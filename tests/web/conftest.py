"""Three states of the store, each made once and copied: empty, the sample person, hostile words."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import django
import pytest

django.setup()

from django.test import Client  # noqa: E402

HOSTILE = '<script>alert("x")</script> & "quotes" \u202e'
LONG = "W" * 290


def _made(folder: Path, fill: Callable[[int], None]) -> Path:
    from seasoned.store.people import ensure_person
    from seasoned.store.setup import close_store, open_store

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SEASONED_HOME", str(folder))
        patch.delenv("SEASONED_DATABASE_URL", raising=False)
        open_store()
        fill(ensure_person())
        close_store()
    return folder / "seasoned.sqlite3"


@pytest.fixture(scope="session")
def stores(tmp_path_factory) -> dict[str, Path]:
    """A database file for each state."""
    fills = {"empty": lambda person: None, "sample": _sample, "hostile": hostile}
    return {name: _made(tmp_path_factory.mktemp(name), fill) for name, fill in fills.items()}


@pytest.fixture
def opened(home, stores):
    """Opens a copy of one state; gives a client that speaks to it."""
    from seasoned.store.setup import open_store
    from seasoned.web.desk import forget

    def opens(state: str, **options) -> Client:
        home.mkdir(exist_ok=True)
        shutil.copy(stores[state], home / "seasoned.sqlite3")
        forget()
        open_store()
        return Client(headers={"host": "127.0.0.1"}, **options)

    return opens


@pytest.fixture
def shown(stores, monkeypatch):
    """Opens a state itself, for tests that only look: what is computed once serves them all."""
    from seasoned.store.setup import close_store, open_store

    def shows(state: str) -> Client:
        monkeypatch.setenv("SEASONED_HOME", str(stores[state].parent))
        monkeypatch.delenv("SEASONED_DATABASE_URL", raising=False)
        open_store()
        return Client(headers={"host": "127.0.0.1"})

    yield shows
    close_store()


@pytest.fixture
def empty(opened) -> Client:
    return opened("empty")


@pytest.fixture
def sample(opened) -> Client:
    return opened("sample")


def _sample(person: int) -> None:
    from seasoned.journeys.sample import load_sample

    load_sample(person, at=date(2026, 11, 22))
    sit(person, at=date(2026, 11, 22), answers=2)


def sit(person: int, *, at: date, answers: int, **wanted) -> str:
    """A test that was begun, with its first questions answered "I don't know"."""
    from seasoned.journeys import testing
    from seasoned.journeys.workspace import my_content, my_profile

    content, profile = my_content(), my_profile(person)
    sitting = testing.begin(person, content, profile, at=at, seed=7, **wanted)
    table = testing.resumed(person, sitting.id, content, profile)
    for _ in range(answers):
        table = testing.answered(person, table, None, content, profile, at=at, seconds=20.0)
    return sitting.id


def hostile(person: int) -> None:
    """Words that would break a page which trusts them, and names without a place to break."""
    from seasoned.documents.picture import Picture
    from seasoned.market.posting import Posting, Requirement, Span, Strength
    from seasoned.profile.evidence import Evidence, Observation
    from seasoned.profile.note import Note
    from seasoned.profile.person import Education, Role
    from seasoned.store import evidence, notes, people, postings

    at = date(2026, 1, 5)
    seen = (Observation(skill="python", level=2.0),)
    people.set_name(person, HOSTILE)
    people.save_roles(person, [Role(title=LONG, organisation=HOSTILE, start=at, summary=HOSTILE)])
    people.save_education(person, [Education(degree="first", field=HOSTILE, institution=LONG)])
    for number, title in enumerate((HOSTILE, LONG, "")):
        evidence.add_evidence(
            person,
            Evidence(
                id=f"e{number}", kind="shipped-project", at=at, title=title, source=HOSTILE,
                quote=HOSTILE + LONG, observations=seen, details={"metric": HOSTILE},
            ),
        )  # fmt: skip
    evidence.add_evidence(
        person,
        Evidence(id="waits", kind="talk", at=at, title=HOSTILE, observations=seen, confirmed=False),
    )
    picture = Picture(kind="text/html", width=9000, height=2, body=HOSTILE.encode())
    attached = notes.keep_pictures(person, [picture])
    for skill, topic in (("gone", ""), ("python", HOSTILE), ("", LONG[:200])):
        note = Note(id="", at=at, skill=skill, topic=topic, text=HOSTILE + LONG, pictures=attached)
        notes.add_note(person, note)
    sit(person, at=at, answers=3, questions=3)
    text = f"{HOSTILE}\nYou know Python. {LONG}"
    span = Span(start=0, end=len(text), quote=text)
    one = Requirement(
        any_of=("python",), strength=Strength.REQUIRED, surfaces=("Python",), span=span, level=2.0
    )
    postings.add_posting(
        person,
        Posting(
            id="hostile", title=LONG, company=HOSTILE, text=text, requirements=(one, one),
            url="javascript:alert(1)", notes=(HOSTILE,),
        ),
    )  # fmt: skip
