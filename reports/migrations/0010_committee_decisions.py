import django.db.models.deletion
import followup.core.constraints
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0009_report_in_brief_and_since_last"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CommitteeDecision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "outcome",
                    models.CharField(
                        choices=[("adopted", "fastställd"), ("remitted_back", "återremitterad")],
                        max_length=20,
                        verbose_name="beslut",
                    ),
                ),
                ("decided_on", models.DateField(verbose_name="beslutsdatum")),
                ("paragraph", models.CharField(max_length=30, verbose_name="paragraf")),
                ("reason", models.TextField(blank=True, verbose_name="skäl")),
                ("recorded_at", models.DateTimeField(verbose_name="registrerad")),
                ("recorded_by_name", models.CharField(max_length=200, verbose_name="registrerad av")),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="reports.publication",
                        verbose_name="publicering",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrerad av",
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="reports.committeedecision",
                        verbose_name="ersätter",
                    ),
                ),
            ],
            options={
                "verbose_name": "nämndens beslut",
                "verbose_name_plural": "nämndens beslut",
                "ordering": ["decided_on", "recorded_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("outcome__in", ["adopted", "remitted_back"])), name="decision_outcome_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "remitted_back"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="decision_reason_to_send_back",
                        violation_error_message="Skriv varför nämnden återremitterade rapporten.",
                    ),
                    models.UniqueConstraint(
                        fields=("publication", "id"), name="committeedecision_owned_by_publication"
                    ),
                    followup.core.constraints.SameOwner(
                        name="decision_replaces_in_publication", owner="publication", reference="replaces"
                    ),
                ],
            },
        ),
    ]
