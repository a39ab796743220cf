import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0010_committee_decisions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Withdrawal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField(verbose_name="skäl")),
                ("withdrawn_at", models.DateTimeField(verbose_name="avpublicerad")),
                ("withdrawn_by_name", models.CharField(max_length=200, verbose_name="avpublicerad av")),
                (
                    "publication",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="withdrawal",
                        to="reports.publication",
                        verbose_name="publicering",
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="avpublicerad av",
                    ),
                ),
            ],
            options={
                "verbose_name": "avpublicering",
                "verbose_name_plural": "avpubliceringar",
                "ordering": ["-withdrawn_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="withdrawal_reason",
                        violation_error_message="Skriv varför versionen avpubliceras.",
                    )
                ],
            },
        ),
    ]
