"""A row an advert, with what was read of it."""

from __future__ import annotations

from datetime import date

from seasoned.market.corpus.columns import frame_of, row_of, schema, text_digest
from seasoned.market.posting import (
    Fact,
    Flag,
    Named,
    Posting,
    SoftSkill,
    Span,
    SpokenLanguage,
    StageEstimate,
    Strength,
    Unknown,
)
from seasoned.market.reading import read_posting
from tests.market.corpus.adverts import advert
from tests.skills.vocabulary import SKILLS

SPAN = Span(start=0, end=1, quote="x")
FULL = Posting(
    id="full",
    title="Engineer",
    text="All of it",
    posted=date(2026, 3, 4),
    named=(
        Named(term="PyTorch", skill="deep-learning", strength=Strength.PREFERRED, span=SPAN),
        Named(term="PyTorch", skill="deep-learning", strength=Strength.REQUIRED, span=SPAN),
        Named(term="Kafka", skill="streaming", strength=Strength.DUTY, span=SPAN),
    ),
    unknown=(Unknown(surface="Zorbo", strength=Strength.REQUIRED, span=SPAN),),
    soft_skills=(SoftSkill(name="curiosity", strength=Strength.PREFERRED, span=SPAN),),
    spoken=(SpokenLanguage(code="de", strength=Strength.REQUIRED, span=SPAN, level="B2"),),
    seniority="senior",
    visa="offered",
    stage=StageEstimate(shares=(("mid", 30.0), ("senior", 70.0)), words="senior, probably"),
    facts=(Fact(kind="team-size", value="8", span=SPAN),),
    flags=(Flag(kind="no-pay", words="no pay", remedy="say it", span=SPAN),),
)


def test_every_field_of_an_advert_has_its_column():
    row = frame_of([FULL]).row(0, named=True)

    assert (row["terms_required"], row["terms_preferred"]) == (["PyTorch"], [])
    assert row["terms_duty"] == ["Kafka"]
    assert row["unknown"] == ["Zorbo"]
    assert row["soft_skills"] == [{"name": "curiosity", "strength": "preferred"}]
    assert row["spoken"] == [{"code": "de", "level": "B2", "strength": "required"}]
    assert (row["seniority"], row["visa"], row["stage"]) == ("senior", "offered", "senior")
    assert row["stages"] == [{"stage": "mid", "share": 30.0}, {"stage": "senior", "share": 70.0}]
    assert row["facts"] == [{"kind": "team-size", "value": "8", "source": "text"}]
    assert row["flags"] == ["no-pay"]
    assert row["posted"] == date(2026, 3, 4)


def test_read_adverts_become_rows_in_their_order():
    postings = [read_posting(advert(n), skills=SKILLS) for n in range(3)]

    frame = frame_of(postings)

    assert frame.schema == schema()
    assert frame["id"].to_list() == [p.id for p in postings]
    assert frame["skills_required"].to_list() == [
        [s for r in p.requirements if r.strength is Strength.REQUIRED for s in r.any_of]
        for p in postings
    ]
    assert frame["pay_low"].to_list() == [50_000.0, 51_000.0, 52_000.0]
    assert frame.rows(named=True) == [
        {**row_of(p), "requirements": frame["requirements"].to_list()[n]}
        for n, p in enumerate(postings)
    ]


def test_alternatives_stay_together():
    posting = read_posting("Requirements\n- Python or Go\n- SQL\n", skills=SKILLS)

    row = frame_of([posting]).row(0, named=True)

    assert [sorted(group) for group in row["any_of"]] == [["go-language", "python"]]


def test_words_are_kept_only_on_request():
    assert "text" not in frame_of([FULL]).columns
    assert frame_of([FULL], text=True)["text"].to_list() == ["All of it"]


def test_no_adverts_make_an_empty_table_with_all_columns():
    assert frame_of([]).schema == schema()


def test_digest_looks_through_spaces():
    assert text_digest("a  b\nc") == text_digest("a b c") != text_digest("a b d")
