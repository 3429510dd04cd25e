"""Where skills are read from."""

from seasoned.catalogue import Kind
from seasoned.skills.skill import Skill

SKILLS = Kind("skills", Skill)
