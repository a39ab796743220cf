import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0015_jobs"),
    ]

    operations = [
        migrations.CreateModel(
            name="DraftPdf",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("fingerprint", models.CharField(max_length=64, verbose_name="fingeravtryck")),
                ("content", models.BinaryField()),
                ("made_at", models.DateTimeField(verbose_name="skapad")),
                (
                    "report",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="draft_pdf",
                        to="reports.report",
                        verbose_name="rapport",
                    ),
                ),
            ],
            options={
                "verbose_name": "utkast som PDF",
                "verbose_name_plural": "utkast som PDF",
                "ordering": ["report"],
            },
        ),
    ]
