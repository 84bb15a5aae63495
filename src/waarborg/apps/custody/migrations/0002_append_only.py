"""Makes the ledger append-only in the database itself: triggers refuse update, delete and truncate on both databases."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_TABLES = ("custody_entry", "custody_entrysubject", "custody_entrydetail", "custody_leaf", "custody_checkpoint")

_POSTGRESQL_REFUSAL = """
CREATE FUNCTION custody_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the custody ledger is append-only: % on % is refused', TG_OP, TG_TABLE_NAME;
END $$
"""


def refuse_changes(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Create the triggers."""
    sqlite = schema_editor.connection.vendor == "sqlite"
    if not sqlite:
        # None: without it the percent signs of the text would be taken for parameters.
        schema_editor.execute(_POSTGRESQL_REFUSAL, params=None)
    for table in _TABLES:
        for verb in ("UPDATE", "DELETE"):
            if sqlite:
                schema_editor.execute(
                    f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} BEGIN "
                    f"SELECT RAISE(ABORT, 'the custody ledger is append-only: {verb} on {table} is refused'); END"
                )
            else:
                schema_editor.execute(
                    f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                    "FOR EACH ROW EXECUTE FUNCTION custody_append_only()"
                )
        if not sqlite:
            schema_editor.execute(
                f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION custody_append_only()"
            )


class Migration(migrations.Migration):
    """There is no way back: the triggers are never lifted."""

    dependencies = [("custody", "0001_initial")]

    operations = [migrations.RunPython(refuse_changes)]
