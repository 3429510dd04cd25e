"""Where evidence kinds are read from."""

from seasoned.catalogue import Kind
from seasoned.profile.evidence import EvidenceKind

KINDS = Kind("kinds", EvidenceKind)
