"""Questions, the narrowing range, results and reviews in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from seasoned.assessment.confirming import WORDS, Confirmed
from seasoned.assessment.item import Item, ItemKind, LineChart
from seasoned.assessment.marking import Given, mark
from seasoned.assessment.sitting import ENDING_WORDS, Ending, Mode, Response, Sitting
from seasoned.cli.showing import bar, console, heading, in_words, line, plural, speaks, table
from seasoned.journeys.content import Content
from seasoned.journeys.results import area_changes, self_beside, skill_changes
from seasoned.journeys.testing import Testing
from seasoned.profile.answer import Outcome
from seasoned.profile.person import Profile

OUTCOMES = {
    Outcome.RIGHT: "as the key",
    Outcome.WRONG: "not as the key",
    Outcome.UNKNOWN: "not known",
}
STEPS = "▁▂▃▄▅▆▇█"
PLAIN_STEPS = "_.-=+*#@"


def show_opening(testing: Testing, *, going_on: bool) -> None:
    """What is tested, how long, and what happens with the answers."""
    sitting = testing.sitting
    names = {Mode.TEST: "A test", Mode.PRACTICE: "Practice", Mode.CONFIRM: "A confirmation"}
    heading(f"{names[sitting.mode]} on {testing.target.name}")
    done = len(testing.responses)
    if going_on:
        line(f"Going on after {plural(done, 'answer')}; at most {sitting.questions} in all.")
    else:
        line(
            f"At most {sitting.questions} questions, each chosen by your answers so far. Take your time: "
            "nobody watches, and every answer stays on this machine."
        )
    if sitting.mode is Mode.PRACTICE:
        line("Every answer is explained at once, and none enters your standing.")


def show_item(testing: Testing, item: Item, shown: Sequence[int]) -> None:
    """The question with what there is to read, and its options in the order shown."""
    heading(f"Question {testing.number} of at most {testing.sitting.questions}")
    for paragraph in item.stem.strip().split("\n"):
        line(paragraph)
    if item.exhibit is not None:
        if item.exhibit.caption:
            line(f"\n{item.exhibit.caption}", "italic")
        line()
        for row in item.exhibit.text.strip("\n").split("\n"):
            console().print(f"    {row}", style="cyan", soft_wrap=True)
    if item.chart is not None:
        _show_chart(item.chart)
    line()
    for number, place in enumerate(shown, start=1):
        line(f"  {number}  {' '.join(item.options[place].text.split())}", hang=5)


def show_narrowing(before: Testing, after: Testing) -> None:
    """The target's range before and after the answer; whether it was right waits for the review."""
    from rich.text import Text

    was, now = before.estimate, after.estimate
    console().print(
        Text.assemble("\n  ", bar(now), f"  {in_words(now)} ", (f"(was {in_words(was)})", "dim"))
    )


def show_explained(item: Item, given: Given, content: Content) -> None:
    """How an answer came out, and the reason of each option."""
    outcome = mark(item, given)
    said = (
        "You did not know" if outcome is Outcome.UNKNOWN else f"Your answer is {OUTCOMES[outcome]}"
    )
    line(f"\n{said}. This was about {content.skills[item.skill].name}.")
    _show_reasons(item)


def show_result(
    testing: Testing, content: Content, profile: Profile, confirmed: Confirmed | None
) -> None:
    """What the test found, as ranges, and the person's own view beside it."""
    heading(f"After {plural(len(testing.responses), 'answer')} on {testing.target.name}")
    line(ENDING_WORDS[testing.sitting.ending])
    line(f"Before: {in_words(testing.path[0])}. Now: {in_words(testing.estimate)}.")
    if confirmed is not None:
        line(WORDS[confirmed])
    table(
        "Area",
        "Before",
        "Now",
        "",
        rows=[
            (c.name, in_words(c.before), in_words(c.after), bar(c.after))
            for c in area_changes(testing, content)
        ],
    )
    heading("Skills that were asked about")
    table(
        "Skill",
        "Before",
        "Now",
        rows=[
            (c.name, in_words(c.before), in_words(c.after)) for c in skill_changes(testing, content)
        ],
    )
    beside = self_beside(testing, content, profile)
    if beside:
        heading("Your own view beside it")
        for view in beside:
            line(view.words)


def show_review(
    sitting: Sitting, found: Sequence[tuple[Item | None, Response]], content: Content
) -> None:
    """Every question with the answer given, the key and the reasons."""
    heading(f"Review of {sitting.id}, {sitting.at:%Y-%m-%d}")
    for item, response in found:
        if item is None:
            line(f"\n{response.number}. This question is no longer in the bank.")
            continue
        name = content.skills[item.skill].name if item.skill in content.skills else item.skill
        heading(f"{response.number}. {name}: {OUTCOMES[response.outcome]}")
        line(" ".join(item.stem.split()))
        _show_reasons(item, tuple(int(p) for p in response.given))
        line(f"Source: {item.source}", "dim")


def show_sittings(sittings: Sequence[Sitting]) -> None:
    """Tests so far, one row each."""
    if not sittings:
        line("No test was begun yet.")
        return
    table(
        "Id",
        "Begun",
        "What",
        "State",
        whole=(0,),
        rows=[
            (s.id, f"{s.at:%Y-%m-%d}", f"{s.mode.value} on {s.target}", _state(s)) for s in sittings
        ],
    )


def _state(sitting: Sitting) -> str:
    if sitting.withdrawn:
        return "taken back"
    return "open" if sitting.ending is Ending.OPEN else ENDING_WORDS[sitting.ending]


def _show_reasons(item: Item, given: Sequence[int] = ()) -> None:
    if item.kind is ItemKind.NUMBER:
        line(f"  The answer is {item.answer:g}{f' {item.unit}' if item.unit else ''}. {item.why}")
        return
    for place, option in enumerate(item.options):
        mark_of = f"{place + 1}" if item.kind is ItemKind.ORDER else "+" if option.right else "-"
        yours = " (yours)" if place in given and item.kind is not ItemKind.ORDER else ""
        line(f"  {mark_of}  {' '.join(option.text.split())}{yours}: {option.why}", hang=5)
    if item.why:
        line(f"  {item.why}", hang=2)


def _show_chart(chart: LineChart) -> None:
    """Each line as a row of steps between its least and its greatest value, then the numbers."""
    line(f"\n{chart.title} ({chart.y_name} by {chart.x_name})", "italic")
    values = [y for series in chart.series for y in series.y]
    low, high = min(values), max(values)
    steps = STEPS if speaks(STEPS) else PLAIN_STEPS
    for series in chart.series:
        drawn = "".join(
            steps[round((y - low) / ((high - low) or 1) * (len(steps) - 1))] for y in series.y
        )
        console().print(f"    {drawn}  {series.name}", style="cyan", soft_wrap=True)
    table(
        chart.x_name,
        *(series.name for series in chart.series),
        right=tuple(range(len(chart.series) + 1)),
        rows=[
            (f"{x:g}", *(f"{series.y[n]:g}" for series in chart.series))
            for n, x in enumerate(chart.x)
        ],
    )
