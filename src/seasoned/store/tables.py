"""The tables, for whoever imports them first: Django is configured when nobody has done it."""

from seasoned.store.setup import configure

configure()

from seasoned.store.models import (  # noqa: E402  # models exist only after configuring
    EvidenceVersion,
    ItemNow,
    NoteVersion,
    Person,
    Picture,
    PostingVersion,
    ResponseRow,
    SittingVersion,
    Snapshot,
    Statement,
)

__all__ = [
    "EvidenceVersion",
    "ItemNow",
    "NoteVersion",
    "Person",
    "Picture",
    "PostingVersion",
    "ResponseRow",
    "SittingVersion",
    "Snapshot",
    "Statement",
]
