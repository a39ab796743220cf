from django.db import migrations

from followup.core.models.immutable_triggers import seal, unseal

TABLES = ("reports_committeedecision", "reports_withdrawal")


class Migration(migrations.Migration):
    dependencies = [("reports", "0011_withdrawals")]

    operations = [migrations.RunPython(seal(*TABLES), unseal(*TABLES))]
