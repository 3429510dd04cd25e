"""Tags and filters that every template has: numbers with their range, charts, small interval bars."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from seasoned.charts.rendering import svg
from seasoned.charts.theme import LEVEL_TOP, Spec, on_scale
from seasoned.market.posting import ROLE_KINDS, RoleShare
from seasoned.profile import words as said
from seasoned.profile.hats import Mix, mix_words
from seasoned.profile.standing import Estimate

register = template.Library()

LEVEL_WORDS = (
    "not yet touched",
    "with help",
    "on your own",
    "leading the hard cases",
    "setting the standard",
)
"""The level scale as one says it to the person."""

ROLE_WORDS = {"mlops": "MLOps"}
LOOKS, GAP = 8, 0.6
_RING = '<circle cx="8" cy="8" r="5.5"/>'
_DASHED = '<circle class="dashed" cx="8" cy="8" r="5.5"/>'
_HALF = '<path d="M8 2.5a5.5 5.5 0 0 0 0 11z"/>'
DOTS = {
    ("required", False): '<circle class="full" cx="8" cy="8" r="5.5"/>',
    ("required", True): _RING + _HALF,
    ("preferred", False): _RING,
    ("preferred", True): _DASHED + _HALF,
    ("", False): '<circle class="full" cx="8" cy="8" r="2"/>',
}
"""How a skill is asked: by its strength, and whether another would do."""
WIDTH = 140.0


@register.filter
def ranged(estimate: Estimate) -> str:
    """A level with the range it likely lies in: ``2.1 (1.5 to 2.7)``."""
    return f"{on_scale(estimate.level):.1f} ({span(estimate)})"


@register.filter
def span(estimate: Estimate) -> str:
    """A level's range alone: ``1.5 to 2.7``."""
    return said.level_range(on_scale(estimate.low), on_scale(estimate.high))


@register.filter
def percent(share: float | None) -> str:
    """A share between 0 and 1 in whole per cent, never claiming 0 or 100."""
    if share is None:
        return "not known"
    return said.percent(share)


@register.filter
def likely(estimate: Estimate) -> str:
    """A level's range in words: ``likely 1.5 to 2.7``."""
    return f"likely {span(estimate)}"


@register.filter
def level(value: float | None) -> str:
    """A level or a part of one, with one decimal; a dash where nothing is asked."""
    return "–" if value is None else f"{max(0.0, value):.1f}"


@register.filter
def in_words(estimate: Estimate) -> str:
    """Where a level likely lies, in words: ``with help to on your own``."""
    low, high = (LEVEL_WORDS[min(4, round(on_scale(end)))] for end in (estimate.low, estimate.high))
    return low if low == high else f"{low} to {high}"


@register.filter
def role(name: str) -> str:
    """A kind of work as people write it."""
    return ROLE_WORDS.get(name, name)


@register.filter
def slug(words: object) -> str:
    """A word of ours as a class name: ``not yet`` becomes ``not-yet``."""
    return str(words).replace(" ", "-")


@register.filter
def words(name: object) -> str:
    """A slug as words: ``effort_hours`` becomes ``Effort hours``."""
    return str(name).replace("_", " ").replace("-", " ").capitalize()


@register.simple_tag
def skill_name(skills: dict[str, Any], name: str) -> str:
    """A skill's name, or its id where content has it no more."""
    return skills[name].name if name in skills else name


@register.filter
def hours(value: float) -> str:
    """Hours in words: ``1 h``, ``0.75 h``."""
    return said.hours(value)


@register.filter
def entry(things: dict[str, Any], key: str) -> Any:
    """The value of a key, or nothing."""
    return things.get(key)


@register.simple_tag
def chart(wide: Spec, narrow: Spec | None = None, label: str = "") -> SafeString:
    """An inline SVG chart; with a narrow version, the style sheet shows the one that fits."""
    described = label or str(wide.get("description", ""))
    parts = [_figure(wide, "chart-wide" if narrow else "", described)]
    if narrow:
        parts.append(_figure(narrow, "chart-narrow", described))
    return mark_safe("".join(parts))  # built from escaped parts


@register.simple_tag
def interval(estimate: Estimate, asked: float | None = None, area: str = "") -> SafeString:
    """A small bar: the range, the level as a dot, and a tick where something is asked."""
    if asked is None:
        return _small_bar(estimate, f"level {ranged(estimate)}", area)
    tick = format_html(
        '<rect class="asked" x="{}" y="2" width="2" height="14"/>', f"{_x(asked) - 1:.1f}"
    )
    told = f"level {ranged(estimate)}, asked {asked:g}"
    return _small_bar(estimate, told, area, above=tick)


@register.simple_tag
def narrowed(after: Estimate, before: Estimate | None = None, area: str = "") -> SafeString:
    """A bar of the range now over a paler one of the range before; both are told in its label."""
    paler = _band("before", before, _x, y=3, height=12) if before else ""
    return _small_bar(after, _now_and_before(after, before), area, below=paler)


@register.simple_tag
def narrowing_scale(after: Estimate, before: Estimate | None = None) -> SafeString:
    """The scale from 0 to 4 with the range now and, paler, the range before it."""
    ticks = format_html_join(
        "",
        '<rect class="tick" x="{}" y="9" width="1" height="14"/><text x="{}" y="38">{}</text>',
        ((f"{_at(n) - 0.5:.1f}", f"{_at(n):.1f}", n) for n in range(5)),
    )
    return format_html(
        '<svg class="interval scale" viewBox="0 0 480 42" width="480" height="42" role="img" '
        'aria-label="{}"><rect class="track" x="15" y="15" width="450" height="2"/>{}{}{}'
        '<circle class="dot" cx="{}" cy="16" r="5"/></svg>',
        _now_and_before(after, before),
        ticks,
        _band("before", before, _at, y=4, height=24) if before else "",
        _band("range", after, _at, y=11, height=10),
        f"{_at(after.level):.1f}",
    )


def _small_bar(
    seen: Estimate, told: str, area: str, *, below: str = "", above: str = ""
) -> SafeString:
    """A range and its level as a dot, with what lies below and above the range."""
    return format_html(
        '<svg class="interval area-{}" viewBox="0 0 140 18" width="140" height="18" role="img" aria-label="{}">'
        '<rect class="track" x="0" y="8" width="140" height="2"/>{}{}{}'
        '<circle class="dot" cx="{}" cy="9" r="4.5"/></svg>',
        area or "none",
        told,
        below,
        _band("range", seen, _x, y=6, height=6),
        above,
        f"{_x(seen.level):.1f}",
    )


def _band(
    css: str, seen: Estimate, along: Callable[[float], float], *, y: int, height: int
) -> SafeString:
    low, high = along(seen.low), along(seen.high)
    return format_html(
        '<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="{}"/>',
        css,
        f"{low:.1f}",
        y,
        f"{max(2.0, high - low):.1f}",
        height,
        min(height // 2, 6),
    )


def _now_and_before(after: Estimate, before: Estimate | None) -> str:
    return f"now {ranged(after)}" + (f", before {ranged(before)}" if before else "")


def _at(level: float) -> float:
    return 15 + 450 * on_scale(level) / LEVEL_TOP


@register.filter
def coded(text: str) -> SafeString:
    """Text with what stands between backticks shown as code."""
    return mark_safe(re.sub(r"`([^`\n]+)`", r"<code>\1</code>", str(escape(text))))


@register.filter
def place(values: Any, number: int) -> str:
    """The value at a place of a sequence, without zeros that say nothing."""
    return plain(values[number])


@register.filter
def plain(value: float) -> str:
    """A number without zeros that say nothing: ``0.5``, ``12``."""
    return f"{value:.10g}"


@register.simple_tag
def mix_bar(mix: Mix) -> SafeString:
    """The hats of one role as a bar from end to end; an empty track where it is one hat."""
    parts = (
        (f"hat-{hat_look(one.place)}", f"{one.begins:.2f}", f"{max(0.3, one.share - GAP):.2f}")
        for one in mix.shares
    )
    drawn = format_html_join("", '<rect class="{}" x="{}" y="0" width="{}" height="10"/>', parts)
    return format_html(
        '<svg class="mix" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="{}">'
        '<rect class="track" width="100" height="10"/>{}</svg>',
        mix_words(mix),
        drawn,
    )


@register.simple_tag
def role_bar(mix: Sequence[RoleShare]) -> SafeString:
    """The kinds of work of one advert as a small bar from end to end."""
    begins, parts = 0.0, []
    for one in mix:
        look = f"hat-{ROLE_KINDS.index(one.role)}"
        parts.append((look, f"{begins:.2f}", f"{max(0.0, one.share - GAP):.2f}"))
        begins += one.share
    told = ", ".join(f"{role(one.role)} {one.share:.0f} %" for one in mix if one.share > 0)
    drawn = format_html_join("", '<rect class="{}" x="{}" y="0" width="{}" height="10"/>', parts)
    return format_html(
        '<svg class="mix" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="{}">'
        '<rect class="track" width="100" height="10"/>{}</svg>',
        told,
        drawn,
    )


@register.simple_tag
def role_key(name: str) -> SafeString:
    """The square that a kind of work wears in such a bar."""
    return format_html(
        '<svg class="hat-key" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">'
        '<rect class="hat-{}" width="12" height="12" rx="3"/></svg>',
        ROLE_KINDS.index(name),
    )


@register.simple_tag
def asked_dot(strength: str, others: str = "") -> SafeString:
    """A must as a full dot, a wish as a ring, one of several half; words beside it say the same."""
    drawn = DOTS.get((strength, bool(others)), DOTS["", False])
    return format_html(
        '<svg class="asked-dot" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">{}</svg>',
        mark_safe(drawn),  # fixed shapes of ours
    )


@register.filter
def hat_look(place: int) -> int:
    """Which of the looks of hats is worn by the hat of that number."""
    return place % LOOKS


@register.filter
def share(value: float) -> str:
    """Per cent as a person typed them: ``30 %``."""
    return f"{value:g} %"


def _x(level: float) -> float:
    return on_scale(level) / LEVEL_TOP * (WIDTH - 10) + 5


def _figure(spec: Spec, css: str, described: str) -> SafeString:
    drawn = mark_safe(svg(spec))  # vl-convert escapes all text
    return format_html(
        '<div class="chart {}" role="img" aria-label="{}">{}</div>', css, described, drawn
    )
