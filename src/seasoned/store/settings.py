"""Django settings of the store alone; the browser face extends them."""

from seasoned.store.databases import database_settings

DATABASES = {"default": database_settings()}
INSTALLED_APPS = ["seasoned.store"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
