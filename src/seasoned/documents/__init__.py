"""Files to plain text, within limits, with one clear sentence where that fails.

Offers ``read_document`` (in ``reading``), ``Document`` and ``Limits`` (in ``document``), and
``language_of`` (in ``language``).
"""

from seasoned.documents.document import Document, Limits

__all__ = ["Document", "Limits"]
