"""Addresses: every page brings its own."""

from seasoned.web.page import urls

urlpatterns = urls()
handler404 = "seasoned.web.mishaps.not_found"
handler500 = "seasoned.web.mishaps.broken"
