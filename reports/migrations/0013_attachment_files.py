import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reports", "0012_seal_decisions_and_withdrawals")]

    operations = [
        migrations.CreateModel(
            name="AttachmentFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100, verbose_name="filnamn")),
                ("content_type", models.CharField(max_length=100, verbose_name="innehållstyp")),
                ("size", models.PositiveBigIntegerField(verbose_name="storlek")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                ("width", models.PositiveIntegerField(default=0, verbose_name="bredd")),
                ("height", models.PositiveIntegerField(default=0, verbose_name="höjd")),
                ("alternative_text", models.CharField(blank=True, max_length=1000, verbose_name="alternativ text")),
                ("content", models.BinaryField()),
                (
                    "attachment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="file",
                        to="reports.attachment",
                        verbose_name="bilaga",
                    ),
                ),
            ],
            options={
                "verbose_name": "bifogad fil",
                "verbose_name_plural": "bifogade filer",
                "ordering": ["attachment", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("content_type__in", ("image/png", "image/jpeg")), _negated=True),
                            models.Q(("alternative_text", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="attachment_image_has_words",
                        violation_error_message="Skriv vad bilden visar, för den som inte ser den.",
                    )
                ],
            },
        ),
    ]
