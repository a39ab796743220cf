import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0017_official_memos"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ReportPresence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "part",
                    models.CharField(
                        choices=[("section", "avsnitt"), ("data_table", "tabell")], max_length=20, verbose_name="del"
                    ),
                ),
                ("part_id", models.PositiveBigIntegerField(verbose_name="avser")),
                ("seen_at", models.DateTimeField(verbose_name="sedd")),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="reports.report",
                        verbose_name="rapport",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="användare",
                    ),
                ),
            ],
            options={
                "verbose_name": "närvaro i rapport",
                "verbose_name_plural": "närvaro i rapporter",
                "ordering": ["-seen_at", "-pk"],
                "indexes": [models.Index(fields=["seen_at"], name="report_presence_by_age")],
                "constraints": [
                    models.UniqueConstraint(fields=("report", "user"), name="report_presence_in_one_place"),
                    models.CheckConstraint(
                        condition=models.Q(("part__in", ["section", "data_table"])), name="report_presence_part_known"
                    ),
                ],
            },
        ),
    ]
