from django.db import migrations

from followup.core.models.immutable_triggers import seal, unseal

TABLES = ("core_auditevent",)


class Migration(migrations.Migration):
    dependencies = [("core", "0001_organisation_people_and_audit")]

    operations = [migrations.RunPython(seal(*TABLES), unseal(*TABLES))]
