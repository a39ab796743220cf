from django.core.management import call_command
from django.db import migrations

TABLE = "shared_cache"


def make(apps, schema_editor):
    """The table of `CACHE_URL=database:`, whether it is in use now or not, so that changing to it needs no command."""
    call_command("createcachetable", TABLE, database=schema_editor.connection.alias, verbosity=0)


def remove(apps, schema_editor):
    schema_editor.execute(f"DROP TABLE {schema_editor.quote_name(TABLE)}")


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_sessions_groups_and_invitations"),
    ]

    operations = [migrations.RunPython(make, remove)]
