"""The browser face as a Django app without models: it brings templates and static files."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Registered so that static files and template tags are found."""

    name = "seasoned.web"
    label = "seasoned_web"
