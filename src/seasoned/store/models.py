"""Tables. Facts are appended, never changed: an edit is a new version, a drop a version too.

Only a person's row is written twice: its counter hands out numbers, and locking it makes the
writers of one person's facts take turns, on PostgreSQL as on SQLite.
"""

from __future__ import annotations

from django.db import models


class Person(models.Model):
    """Somebody whose facts are kept; ``counter`` numbers what they own."""

    handle = models.CharField(max_length=100, unique=True)
    counter = models.PositiveBigIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.handle


class Statement(models.Model):
    """What a person said about one subject (name, roles, wishes, ...); the latest one counts."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="statements")
    subject = models.CharField(max_length=40)
    body = models.JSONField()
    said_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Read by person and subject, newest first."""

        indexes = (models.Index(fields=("person", "subject", "-id")),)

    def __str__(self) -> str:
        return f"{self.person_id} {self.subject}"


class Version(models.Model):
    """One version of a thing; the highest counts. ``closed``: dropped or archived by it."""

    key = models.CharField(max_length=120)
    number = models.PositiveIntegerField()
    body = models.JSONField()
    closed = models.BooleanField(default=False)
    written_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """No table of its own."""

        abstract = True

    def __str__(self) -> str:
        return f"{self.key} {self.number}"


class EvidenceVersion(Version):
    """A piece of evidence as it stood after one change."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="evidence_versions")

    class Meta:
        """Two writers cannot both be the next version."""

        constraints = (
            models.UniqueConstraint(
                fields=("person", "key", "number"), name="one_evidence_version"
            ),
        )


class PostingVersion(Version):
    """A job advert as it stood after one change."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="posting_versions")

    class Meta:
        """Two writers cannot both be the next version."""

        constraints = (
            models.UniqueConstraint(fields=("person", "key", "number"), name="one_posting_version"),
        )


class NoteVersion(Version):
    """A note as it stood after one change."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="note_versions")

    class Meta:
        """Two writers cannot both be the next version."""

        constraints = (
            models.UniqueConstraint(fields=("person", "key", "number"), name="one_note_version"),
        )


class SittingVersion(Version):
    """A test as it stood after one change: begun, ended, taken back."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="sitting_versions")

    class Meta:
        """Two writers cannot both be the next version."""

        constraints = (
            models.UniqueConstraint(fields=("person", "key", "number"), name="one_sitting_version"),
        )


class ResponseRow(models.Model):
    """One answer in a test, kept the moment it is given and never changed.

    ``counts``: whether it was given in a test, not in practice; exposure counts those.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="responses")
    sitting = models.CharField(max_length=120)
    number = models.PositiveIntegerField()
    item = models.CharField(max_length=120, db_index=True)
    counts = models.BooleanField(default=True)
    body = models.JSONField()
    given_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """One answer to a question, however often the button is pressed."""

        constraints = (
            models.UniqueConstraint(fields=("person", "sitting", "number"), name="one_response"),
            models.UniqueConstraint(
                fields=("person", "sitting", "item"), name="one_response_an_item"
            ),
        )

    def __str__(self) -> str:
        return f"{self.sitting} {self.number}"


class ItemNow(models.Model):
    """What the answers given here have taught of one item; nobody's answers can be read from it.

    ``body``: the parameters it began with and those of now. It follows from responses and is no fact.
    """

    item = models.CharField(max_length=120, unique=True)
    body = models.JSONField()
    changed_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.item


class Picture(models.Model):
    """The bytes of a picture that a note shows; ``key`` is their SHA-256, so each is kept once."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="pictures")
    key = models.CharField(max_length=64)
    kind = models.CharField(max_length=40)
    body = models.BinaryField()
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """A person has each picture once."""

        constraints = (models.UniqueConstraint(fields=("person", "key"), name="one_picture"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.key[:12]}"


class Snapshot(models.Model):
    """A result as it was computed, with the fingerprint of the content it was computed from."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="snapshots")
    kind = models.CharField(max_length=40)
    at = models.DateField()
    fingerprint = models.CharField(max_length=64)
    payload = models.JSONField()
    saved_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Read by person and kind, newest first."""

        indexes = (models.Index(fields=("person", "kind", "-id")),)

    def __str__(self) -> str:
        return f"{self.kind} {self.at}"
