"""Registers people with Django."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """People: staff and portal accounts, and the persons of a case with what is said of their age."""

    name = "waarborg.apps.people"
    label = "people"
