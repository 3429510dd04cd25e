"""Job adverts read into what they ask, each value with the words that say it.

Offers ``read``, the types of ``posting``, ``read_posting`` (in ``reading``), ``read_postings`` (in
``files``), ``demand`` and ``role_mix_of`` (in ``demand``), ``compare`` (in ``compare``) and
``score`` (in ``scoring``).
"""

from __future__ import annotations

from pathlib import Path

from seasoned.market.posting import Named, Posting, Requirement, RoleShare, Salary, Strength

__all__ = ["Named", "Posting", "Requirement", "RoleShare", "Salary", "Strength", "read"]


def read(advert: str | bytes | Path) -> Posting:
    """An advert as read with the built-in vocabulary: text, Markdown or HTML, or a file.

    ``bytes`` and paths may also hold PDF or DOCX. ``posting.required`` and ``posting.preferred``
    are the canonical names asked, ``posting.named`` all of them at their places.

    Raises
    ------
    UnreadableDocument
        A file or bytes that hold no text; any string is read, and may ask nothing.

    Examples
    --------
    >>> posting = read("You have experience with PyTorch or JAX; Kubernetes is a plus.")
    >>> posting.required, posting.preferred
    (('PyTorch', 'JAX'), ('Kubernetes',))
    """
    from seasoned.documents.reading import read_document
    from seasoned.market.reading import built_in_skills, read_posting

    whole = advert if isinstance(advert, str) else read_document(advert)
    return read_posting(whole, skills=built_in_skills())
