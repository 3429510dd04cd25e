"""Shapes, advice and kind words."""

from __future__ import annotations

from seasoned.profile.standing_from import standing_from
from tests.profile.small import AT, KINDS, SKILLS, piece

DATA = {"sql": 4.0, "quality": 4.0, "labels": 4.0}
MODELS = {"training": 4.0, "errors": 4.0, "metrics": 4.0}
OPS = {"serving": 4.0, "alerts": 4.0, "rollout": 4.0}


def stand(*parts, interests=()):
    record = [piece(f"e{n}", error=0.4, **part) for n, part in enumerate(parts)]
    return standing_from(SKILLS, KINDS, record, at=AT, interests=interests)


def shallow(part):
    return dict.fromkeys(part, 1.8)


def test_one_deep_area_beside_shallow_ones_is_a_t():
    standing = stand(DATA, shallow(MODELS), shallow(OPS))

    assert standing.shape == "T"
    assert standing.shape_words == "Deep in data, with working knowledge of models and ops."
    assert set(standing.deep_skills) == set(DATA)


def test_two_deep_areas_are_a_pi():
    assert stand(DATA, MODELS, shallow(OPS)).shape == "pi"


def test_three_deep_areas_are_a_comb():
    assert stand(DATA, MODELS, OPS).shape == "comb"


def test_several_areas_without_depth_are_broad():
    assert stand(shallow(DATA), shallow(MODELS), shallow(OPS)).shape == "broad"


def test_one_area_or_none_shows_no_shape_yet():
    assert (
        stand().shape
        == stand(DATA).shape
        == stand({"sql": 4.0}, {"alerts": 4.0}).shape
        == "not yet visible"
    )
    assert "so far there is one" in stand(DATA).shape_words


def test_depth_lies_above_breadth_for_a_t_and_its_error_is_told():
    standing = stand(DATA, shallow(MODELS), shallow(OPS))

    assert standing.depth.level > standing.breadth.level
    assert 0 < standing.depth.error < 1
    assert stand().depth.error > standing.depth.error


def test_interest_comes_first_in_what_to_deepen():
    strongest = stand(DATA, {"alerts": 2.2}).deepen[0].skill
    wanted = stand(DATA, {"alerts": 2.2}, interests=("alerts",)).deepen[0]

    assert strongest in DATA
    assert wanted.skill == "alerts"
    assert "interests" in wanted.why


def test_interest_in_an_area_counts_for_its_skills():
    assert stand(DATA, {"alerts": 2.2}, interests=("ops",)).deepen[0].skill == "alerts"


def test_widening_leads_to_unseen_neighbours_of_what_is_known():
    widen = stand({"training": 4.0, "sql": 3.0}).widen

    assert [line.skill for line in widen] == ["serving", "quality"]
    assert widen[0].why == "Serving stands next to Training, which you know."


def test_nothing_seen_gives_no_advice():
    standing = stand()

    assert (standing.deepen, standing.widen, standing.self_views) == ((), (), ())


def views(rated, **measured):
    record = [piece("s", "self-rating", sql=rated)]
    record += [piece("m", error=0.3, **measured)] if measured else []
    return standing_from(SKILLS, KINDS, record, at=AT).self_views


def test_self_rating_stands_beside_what_other_evidence_says():
    (above,), (below,), (same,), (alone,) = (
        views(4.0, sql=1.5),
        views(1.0, sql=3.5),
        views(2.0, sql=2.1),
        views(3.0),
    )

    assert above.measured.level < 2 < above.self_rated
    assert "what has been seen lies between" in above.words
    assert "further than you think" in below.words
    assert "agree" in same.words
    assert alone.measured.pieces == 0
    assert "Only your own view" in alone.words


def test_words_beside_a_self_rating_never_shame():
    words = " ".join(
        view.words.lower()
        for rated, seen in ((5.0, 0.5), (0.0, 4.5), (3.0, 1.0))
        for view in views(rated, sql=seen)
    )

    assert not any(
        harsh in words for harsh in ("wrong", "overestimate", "fail", "inflated", "only a", "weak")
    )


def test_a_wanted_skill_is_offered_though_nothing_near_is_known():
    (line,) = [x for x in stand({"sql": 3.0}, interests=("rollout",)).widen if x.skill == "rollout"]

    assert line.why == "Nothing has been seen of Rollout yet. It is on your list of interests."


def test_a_single_piece_is_never_told_as_a_certainty():
    once, twice = stand({"sql": 3.5}).deepen[0], stand({"sql": 3.5}, {"sql": 3.5}).deepen[0]

    assert "one piece of evidence" in once.why
    assert "between" in once.why
    assert "among your strongest" in twice.why
