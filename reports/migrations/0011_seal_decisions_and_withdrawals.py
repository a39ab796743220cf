from django.db import migrations

from followup.core.models.immutable_triggers import seal, unseal

TABLES = ("reports_committeedecision", "reports_withdrawal")


class Migration(migrations.Migration):
    dependencies = [("reports", "0010_withdrawals")]

    operations = [migrations.RunPython(seal(*TABLES), unseal(*TABLES))]
