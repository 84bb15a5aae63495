"""The migrations tell what the models tell; a model that was changed without one would be found only in production."""

from __future__ import annotations

from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState


def test_no_model_was_changed_without_a_migration() -> None:
    written = MigrationLoader(None).project_state()
    changes = MigrationAutodetector(written, ProjectState.from_apps(apps)).changes(graph=MigrationLoader(None).graph)
    ours = {config.label for config in apps.get_app_configs() if config.name.startswith("waarborg.")}
    told = {
        label: [operation.describe() for migration in migrations for operation in migration.operations]
        for label, migrations in changes.items()
        if label in ours
    }
    assert told == {}
