"""Addresses that every site has; a site includes them at its root."""

from django.urls import path
from django.views.i18n import set_language

from waarborg.faces.shell.health import health

urlpatterns = [
    path("healthz", health, name="health"),
    path("language/", set_language, name="set_language"),
]
