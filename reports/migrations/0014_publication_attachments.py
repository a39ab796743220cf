import django.db.models.deletion
from django.db import migrations, models

from followup.core.models.immutable_triggers import seal, unseal

TABLE = "reports_publicationattachment"


class Migration(migrations.Migration):
    dependencies = [("reports", "0013_attachment_files")]

    operations = [
        migrations.CreateModel(
            name="PublicationAttachment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100, verbose_name="filnamn")),
                ("content_type", models.CharField(max_length=100, verbose_name="innehållstyp")),
                ("size", models.PositiveBigIntegerField(verbose_name="storlek")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                ("content", models.BinaryField()),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="reports.publication",
                        verbose_name="publicering",
                    ),
                ),
            ],
            options={
                "verbose_name": "publicerad bilaga",
                "verbose_name_plural": "publicerade bilagor",
                "ordering": ["publication", "name", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("publication", "name"), name="publication_attachment_once")
                ],
            },
        ),
        migrations.RunPython(seal(TABLE), unseal(TABLE)),
    ]
