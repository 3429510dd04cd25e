"""Job adverts read into what they ask, each value with the words that say it.

Offers the types of ``posting``, ``read_posting`` (in ``reading``), ``read_postings`` (in ``files``),
``demand`` and ``role_mix_of`` (in ``demand``), and ``compare`` (in ``compare``).
"""

from seasoned.market.posting import Posting, Requirement, RoleShare, Salary, Strength

__all__ = ["Posting", "Requirement", "RoleShare", "Salary", "Strength"]
