"""The one Django app with models."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Everything Seasoned keeps."""

    name = "seasoned.store"
    label = "store"
    verbose_name = "Seasoned"
