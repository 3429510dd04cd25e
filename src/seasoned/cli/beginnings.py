"""Files to begin one's own content with; each passes the check as it stands."""

from __future__ import annotations


def beginning(kind: str, name: str) -> str:
    """The text of a first file of a kind, for an id."""
    return TEXTS[kind].replace("ID", name).replace("NAME", name.replace("-", " ").capitalize())


TEXTS = {
    "skill": """# The file's name is the id. Say what it is in plain words.
name = "NAME"
area = "systems"        # data, models, systems, ops or leadership
summary = "What someone can do who has this skill, in one sentence."
levels = [
  "Does it with help: what one sees them do.",
  "Does it on their own: what one sees them do.",
  "Leads the hard cases: what one sees them do.",
  "Sets the standard for others: what one sees them do.",
]
prerequisites = []
related = []

[[terms]]               # the names it goes by in adverts and CVs
name = "NAME"
""",
    "action": """# The file's name is the id.
name = "NAME"
kind = "project"        # course, self-study, project, script, article, talk, mentoring, ...
summary = "What one does, in one sentence."
steps = ["The first thing to do.", "The next one."]
hours = { low = 4.0, high = 10.0 }
energy = "deep"         # deep or light
minimum_slot_minutes = 60
proof = "What one can show afterwards."
gains = [{ skill = "python", gain = 0.3, ceiling = 2.5 }]
evidence_kind = "shipped-project"
""",
    "item": """# The file's name is the id. A question must be answerable with its options covered.
skill = "python"
level = 2               # 1 with help, 2 on one's own, 3 the hard cases, 4 sets the standard
kind = "single"         # single, several, number, order, read (an exhibit) or fault (where in it)
stem = \"\"\"
A daily job reads prices from a file whose last line is empty, and stops there with a ValueError.
What keeps the other lines and tells about the empty one?
\"\"\"
right_at = [0.35, 0.65, 0.86, 0.94]     # who knows it: novice, junior, senior, seasoned
expected_seconds = 60
source = "Our judgement; where the fact can be looked up, name the place"
reviewed = 2026-11-27

[[options]]
text = "Catch the error line by line and log its number"
right = true
why = "The other lines are read, and the log says which one was not."

[[options]]
text = "Catch the error around the whole loop"
why = "Everything after the empty line would be lost without a word."

[[options]]
text = "Replace every empty line by the last price"
why = "It invents a price and tells nobody that one was missing."
""",
    "ladder": """# The file's name is the id. A stage asks what it names and all that lower stages ask.
schema = "seasoned.ladder/1"
name = "NAME"
summary = "Whom this ladder is for and what it is about."
version = "0.1.0"
meant_for = ["whom it is meant for"]

[[stages]]
id = "first"
name = "First"
summary = "What this stage is about."

[[areas]]
id = "systems"
name = "Systems"
summary = "What belongs here."
maps_to = "systems"     # the area of ours it maps onto

[[expectations]]
id = "first-writes-tests"
stage = "first"
area = "systems"
statement = "Writes tests for what they change."
ask = "must"            # must, should or may
skill = "python"
level = 1.0
examples = ["A change merged with its tests.", "A bug found by a test of theirs."]
actions = ["notebook-to-package"]   # at least one for a must
""",
    "kind": """# The file's name is the id. A kind of evidence and how exact it is.
name = "NAME"
summary = "What one piece of it is."
error = 0.7             # standard error of one observation, in levels
source = "Where the error comes from."
reviewed = 2026-01-01
required = ["title"]
""",
    "hat": """# The file's name is the id. A part that one person plays beside others.
name = "NAME"
aliases = []
summary = "What its wearer answers for, in one sentence."
areas = ["systems"]     # whose expectations it draws on, the nearest first
skills = []             # the skills of these areas that it uses most
reviewed = 2026-01-01
""",
}

OPENING = """# A job of your own. Whoever reads it decides by these words whether to apply, so it is published
# only with a pay range, criteria and a process. Nothing here asks for years or talent.
title = ""              # what the person will be called
company = ""
location = ""           # may stay empty when the work is remote
workplace = "hybrid"    # remote, hybrid or onsite
employment = "full-time"
summary = ""            # what the work is for, in a few sentences
duties = [              # what the person does, one sentence each
]
contact = ""            # whom to ask; or url = "..." to apply at
answer_days = 14        # days until whoever applies has an answer
# published = 2026-11-22
# closes = 2026-12-31

# What it pays, from and to; period is hour, day, week, month or year.
# pay = { low = 60000, high = 75000, currency = "EUR", period = "year" }

# Five or six musts that decide in the first month; call the rest nice. Levels: 1 with help,
# 2 on their own, 3 leads the hard cases, 4 sets the standard. Ids: seasoned content check knows them.
# [[criteria]]
# skill = "python"
# level = 2
# need = "must"
# evidence = ""         # what would show it; empty takes the skill's own words at that level
#
# [[criteria]]
# skill = "stream-processing"
# level = 1
# need = "nice"

# Every step of the way to a decision, and the minutes it takes the person.
# [[process]]
# name = "Talk with the team"
# minutes = 45
#
# [[process]]
# name = "Work on a small change together"
# minutes = 90
# about = "On our code, with the tools you are used to."
"""
