"""Makes the ledger append-only in the database itself: triggers refuse update, delete and truncate on both databases."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

#: Each table with what no two rows of it may have in common.
_TABLES = {
    "custody_entry": ["id"],
    "custody_entrysubject": ["entry_id", "subject"],
    "custody_entrydetail": ["entry_id"],
    "custody_leaf": ["index", "entry_id"],
    "custody_checkpoint": ["size"],
}

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
    for table, keys in _TABLES.items():
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
        if sqlite:
            # SQLite's REPLACE deletes the row that is in its way without calling the triggers for DELETE.
            same = (" AND " if table == "custody_entrysubject" else " OR ").join(f'"{key}" = NEW."{key}"' for key in keys)
            schema_editor.execute(
                f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
                f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) BEGIN "
                f"SELECT RAISE(ABORT, 'the custody ledger is append-only: REPLACE on {table} is refused'); END"
            )
        else:
            schema_editor.execute(
                f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION custody_append_only()"
            )


class Migration(migrations.Migration):
    """There is no way back: the triggers are never lifted."""

    dependencies = [("custody", "0001_initial")]

    operations = [migrations.RunPython(refuse_changes)]
