"""From documents about a person to suggested evidence, which the person confirms.

Offers ``read_cv`` (in ``cv``) and ``Resume`` (in ``resume``).
"""

from seasoned.evidence.resume import NamedSkill, Resume

__all__ = ["NamedSkill", "Resume"]
