from django.db import migrations

from followup.core.models.immutable_triggers import seal, unseal

TABLES = ("reports_publication", "reports_publicationfile", "reports_disclosure")


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_rounds_reports_and_publications")]

    operations = [migrations.RunPython(seal(*TABLES), unseal(*TABLES))]
