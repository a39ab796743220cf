"""So that the way back can make the columns before it fills them. SQLite makes the tables anew, and with them the seals."""

from django.db import migrations, models

from followup.core.models.immutable_triggers import seal, unseal

SEALED = ("reports_publicationfile", "reports_publicationattachment")
MODELS = ("attachmentfile", "draftpdf", "extractpdf", "planupload", "publicationattachment", "publicationfile")


class Migration(migrations.Migration):
    dependencies = [("reports", "0031_sums_of_passing_files")]

    operations = [
        migrations.RunPython(unseal(*SEALED), seal(*SEALED)),
        *(migrations.AlterField(model, "content", models.BinaryField(null=True)) for model in MODELS),
        migrations.RunPython(seal(*SEALED), unseal(*SEALED)),
    ]
