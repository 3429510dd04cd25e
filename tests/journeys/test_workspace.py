from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from seasoned.errors import InputError, InvalidValue, UnknownId, UnreadableDocument
from seasoned.journeys import sample, workspace
from seasoned.profile.person import Role
from seasoned.store import evidence, people, postings, snapshots
from seasoned.store.setup import open_store

AT = date(2026, 11, 22)

CV = b"""Ada Example

Experience

Data Scientist, Blue Ltd, March 2021 - present
- Built churn models in Python with scikit-learn and pandas.
"""

ADVERT = "ML Engineer at Acme\n\nRequirements\n- Kubernetes\n- SQL\n"


@pytest.fixture
def person(home) -> int:
    open_store()
    return people.ensure_person()


def test_results_are_kept_with_the_fingerprint_of_the_content(person):
    found = workspace.my_next_step(person, at=AT)

    kept = {s.kind: s for s in snapshots.list_snapshots(person)}
    assert set(kept) == {"standing", "readiness", "gaps", "plan"}
    assert {s.fingerprint for s in kept.values()} == {workspace.my_content().fingerprint}
    assert kept["plan"].payload["words"] == found.plan.words


def test_results_are_not_kept_when_told_so(person):
    workspace.my_next_step(person, at=AT, keep=False)

    assert snapshots.list_snapshots(person) == ()


def test_same_walk_twice_keeps_one_of_each(person):
    workspace.my_next_step(person, at=AT, with_plan=False)
    workspace.my_next_step(person, at=AT, with_plan=False)

    assert len(snapshots.list_snapshots(person)) == 3


def test_stored_result_stays_when_content_changes(person, home):
    workspace.my_next_step(person, at=AT, with_plan=False)
    before = snapshots.latest_snapshot(person, "standing")
    own = home / "content" / "skills"
    own.mkdir(parents=True)
    built_in = workspace.my_content().fingerprint
    from seasoned.cli.beginnings import beginning

    (own / "my-skill.toml").write_text(beginning("skill", "my-skill"))

    workspace.my_next_step(person, at=AT, with_plan=False)

    assert snapshots.load_snapshot(before.id) == before
    assert before.fingerprint == built_in
    assert snapshots.latest_snapshot(person, "standing").fingerprint != built_in


def test_unreadable_cv_stores_nothing(person):
    with pytest.raises(UnreadableDocument):
        workspace.import_cv(person, b"%PDF-1.7 broken", name="broken.pdf", at=AT)

    assert people.load_profile(person).roles == ()
    assert evidence.list_evidence(person) == ()


def test_cv_suggests_unconfirmed_and_keeps_its_roles(person):
    found = workspace.import_cv(person, CV, name="cv.txt", at=AT)

    profile = people.load_profile(person)
    assert [role.title for role in profile.roles] == ["Data Scientist"]
    assert {piece.id for piece in profile.evidence} == set(found.suggested)
    assert {piece.confirmed for piece in profile.evidence} == {False}
    assert all(piece.quote in found.resume.text for piece in profile.evidence)


def test_cv_without_its_career_keeps_only_suggestions(person):
    workspace.import_cv(person, CV, name="cv.txt", at=AT, keep_roles=False)

    assert people.load_profile(person).roles == ()


def test_ratings_are_all_or_none(person):
    with pytest.raises(InvalidValue):
        workspace.rate(person, {"python": 3.0, "sql": 9.0}, at=AT)

    assert evidence.list_evidence(person) == ()


def test_rating_brings_back_a_dropped_rating_of_the_same_day(person):
    (key,) = workspace.rate(person, {"python": 3.0}, at=AT)
    evidence.drop_evidence(person, key)

    workspace.rate(person, {"python": 2.0}, at=AT)

    assert [e.observations[0].level for e in evidence.list_evidence(person)] == [2.0]


def test_role_speaks_for_its_skills_and_its_removal_leaves_the_evidence(person):
    workspace.add_role(
        person, Role(title="Analyst", start=date(2020, 1, 1), skills=("sql",)), at=AT
    )
    workspace.drop_role(person, 1)

    assert people.load_profile(person).roles == ()
    assert [e.kind for e in evidence.list_evidence(person)] == ["role"]


def test_role_that_is_not_there_cannot_be_dropped(person):
    with pytest.raises(InvalidValue, match="from 1 to 0"):
        workspace.drop_role(person, 1)


def test_same_advert_is_kept_once(person):
    first = workspace.add_advert_text(person, ADVERT)
    again = workspace.add_advert_text(person, ADVERT)

    assert (len(first.ids), len(again.ids), again.known_before) == (1, 0, 1)


def test_one_bad_file_stops_no_other_advert(person, tmp_path):
    (tmp_path / "good.txt").write_text(ADVERT)
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7 broken")

    added = workspace.add_adverts(person, [tmp_path])

    assert len(added.ids) == 1
    assert [problem for problem in added.problems if "bad.pdf" in problem]


def test_advert_comes_as_bytes_of_a_document_too(person):
    html = b"<html><body><h2>Requirements</h2><ul><li>Kubernetes</li></ul><script>x()</script></body></html>"

    (key,) = workspace.add_advert_text(person, html, title="From a page").ids

    assert "x()" not in postings.load_posting(person, key).text


def test_one_advert_alone_is_compared_even_when_archived(person):
    (key,) = workspace.add_advert_text(person, ADVERT).ids
    postings.archive_posting(person, key)

    alone = workspace.my_next_step(person, at=AT, only_postings=[key], with_plan=False)
    without = workspace.my_next_step(person, at=AT, with_plan=False)

    assert (alone.postings, without.postings) == ((key,), ())


def test_moving_between_contexts_loses_no_evidence(person):
    workspace.rate(person, {"python": 3.0}, at=AT)

    found = {
        context: workspace.my_next_step(
            person, at=AT, stage="senior", context=context, with_plan=False
        )
        for context in ("start-up", "big-company")
    }

    assert found["start-up"].standing == found["big-company"].standing
    asks = {c: {m.expectation: m.ask for m in f.readiness.expectations} for c, f in found.items()}
    assert asks["start-up"] != asks["big-company"]


def test_done_action_teaches_its_duration(person):
    content = workspace.my_content()
    action = next(iter(content.actions.values()))
    expected = (action.hours.low + action.hours.high) / 2

    factor = workspace.finish_action(person, action.id, at=AT, hours=expected * 3)

    assert 1.6 < factor < 3
    assert workspace.my_profile(person).wishes.duration_factor == factor
    assert people.load_profile(person).wishes.duration_factor == 1.6


def test_unknown_action_cannot_be_done(person):
    with pytest.raises(UnknownId):
        workspace.finish_action(person, "sleep-on-it", at=AT)


def test_worth_rating_asks_what_is_unseen_over_several_areas(person):
    content = workspace.my_content()

    asked = workspace.worth_rating(person, at=AT)
    workspace.rate(person, {asked[0]: 2.0}, at=AT)

    assert len(asked) == len(set(asked)) == 8
    assert len({content.skills[skill].area for skill in asked}) >= 3
    assert asked[0] not in workspace.worth_rating(person, at=AT)


def test_standing_over_time_moves_with_the_evidence(person):
    workspace.rate(person, {"python": 3.0}, at=date(2026, 1, 1))
    workspace.rate(person, {"sql": 3.0}, at=date(2026, 6, 1))

    found = workspace.my_standing_over_time(person, until=AT)

    assert [one.at for one in found] == [date(2026, 1, 1), date(2026, 6, 1), AT]
    assert found[0].skills["sql"].pieces == 0
    assert found[1].skills["sql"].pieces == 1


def test_sample_person_comes_with_everything(person):
    key = sample.load_sample(person, at=AT)

    profile = people.load_profile(key)
    assert profile.name == "Alex Sample"
    assert len(profile.roles) == 4
    assert all(piece.confirmed for piece in profile.evidence)
    adverts = postings.list_postings(key)
    assert len(adverts) == 10
    assert all(advert.sample for advert in adverts)


def test_sample_is_loaded_once_and_anew_when_asked(person):
    sample.load_sample(person, at=AT)
    people.set_name(person, "Changed")

    assert sample.load_sample(person, at=AT) == person
    assert people.load_profile(person).name == "Changed"
    fresh = sample.load_sample(person, at=AT, fresh=True)
    assert people.load_profile(fresh).name == "Alex Sample"


def test_sample_never_mixes_with_ones_own_facts(person):
    workspace.rate(person, {"python": 3.0}, at=AT)

    with pytest.raises(InputError, match="never mixes"):
        sample.load_sample(person, at=AT)


def test_names_of_people_change_no_number(person):
    sample.load_sample(person, at=AT)
    before = workspace.my_next_step(person, at=AT)

    people.set_name(person, "Aisha O'Neil (she/her)")

    assert workspace.my_next_step(person, at=AT) == before


def test_unarchived_copy_is_only_for_the_comparison(person):
    (key,) = workspace.add_advert_text(person, ADVERT).ids
    archived = postings.archive_posting(person, key)

    workspace.my_next_step(person, at=AT, only_postings=[key], with_plan=False)

    assert postings.load_posting(person, key) == replace(archived, archived=True)
