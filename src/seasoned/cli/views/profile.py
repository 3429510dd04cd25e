"""What is known about a person, in a terminal."""

from __future__ import annotations

from seasoned.cli.showing import heading, line, plural, table
from seasoned.journeys.content import Content
from seasoned.profile.hats import Mix, mix_words, mixes_over_time
from seasoned.profile.person import WHOLE, Profile, Role, Wishes

CELLS = 20
SHADES = "█▒░▓#=+-"
"""One for each hat, told apart without colour."""


def show_profile(profile: Profile, content: Content) -> None:
    """Name, roles, education, leaves and wishes."""
    heading(profile.name or "You")
    if profile.roles:
        table(
            "No",
            "When",
            "Role",
            "Where",
            rows=[
                (
                    n,
                    _span(r),
                    f"{r.title}{f' ({r.kind})' if r.kind else ''}",
                    r.organisation,
                )
                for n, r in enumerate(profile.roles, 1)
            ],
        )
    _mixes(profile)
    for e in profile.education:
        line(
            " ".join(
                str(part)
                for part in (e.degree.value, "degree", e.field, e.institution, e.year)
                if part
            )
        )
    for leave in profile.leaves:
        line(f"Away {leave.start} to {leave.end}; nothing is forgotten meanwhile.")
    waiting = sum(not e.confirmed for e in profile.evidence)
    line(f"{plural(len(profile.evidence), 'piece')} of evidence, {waiting} waiting for your word.")
    _wishes(profile.wishes, content)


def _mixes(profile: Profile) -> None:
    """The hats of each role side by side in order of time; nothing is averaged."""
    mixes = mixes_over_time(profile.roles)
    if not mixes:
        return
    heading("Hats, role by role")
    table(
        "When",
        "Role",
        "Mix",
        "In words",
        whole=(0, 2),
        rows=[
            (_span(m.role), _title(m.role), _bar(m), mix_words(m).replace(", ", "\n"))
            for m in mixes
        ],
    )


def _bar(mix: Mix) -> str:
    """The mix as a bar of twenty cells; a hat has the same shading in every bar."""
    if not mix.shares:
        return "─" * CELLS
    ends = [round((one.begins + one.share) / WHOLE * CELLS) for one in mix.shares]
    parts = zip(mix.shares, [0, *ends], ends, strict=False)
    return "".join(SHADES[one.place % len(SHADES)] * (end - begin) for one, begin, end in parts)


def _span(role: Role) -> str:
    return f"{role.start:%Y-%m} to {f'{role.end:%Y-%m}' if role.end else 'now'}"


def _title(role: Role) -> str:
    return f"{role.title}{f', {role.organisation}' if role.organisation else ''}"


def _wishes(wishes: Wishes, content: Content) -> None:
    names = [content.skills[skill].name for skill in wishes.interests if skill in content.skills]
    rows = [
        ("Aim", wishes.stage or "the next stage"),
        ("Context", wishes.context or "any"),
        ("Way of being senior", wishes.archetype or "any"),
        ("Interests", ", ".join(names) or "none named"),
        (
            "Hours a week",
            f"{wishes.deep_hours_per_week:g} deep, {wishes.light_hours_per_week:g} light, "
            f"for {plural(wishes.weeks, 'week')}",
        ),
        ("Money at most", f"{wishes.cost_cap:g}"),
        ("Things take you", f"{wishes.duration_factor:.2f} times the usual hours"),
    ]
    rows += [
        (name, ", ".join(values))
        for name, values in (
            ("Yes from", wishes.consents),
            ("Not wanted", wishes.declined),
            ("No opportunity for", wishes.no_opportunity),
            ("Not in your power", wishes.not_in_my_power),
        )
        if values
    ]
    table("Wish", "", rows=rows)
