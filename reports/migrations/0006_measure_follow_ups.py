"""What became of the measures that were promised in the round before."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0005_instructions_per_subject"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalMeasureFollowUp",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("position", models.PositiveIntegerField(verbose_name="ordning")),
                ("promise", models.TextField(verbose_name="utlovad åtgärd")),
                (
                    "outcome",
                    models.CharField(
                        choices=[("done", "genomförd"), ("continues", "fortsätter"), ("dropped", "utgår")],
                        max_length=20,
                        verbose_name="utfall",
                    ),
                ),
                ("comment", models.TextField(blank=True, verbose_name="kommentar")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reports.assessment",
                        verbose_name="bedömning",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical uppföljd åtgärd",
                "verbose_name_plural": "historical uppföljda åtgärder",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="MeasureFollowUp",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField(verbose_name="ordning")),
                ("promise", models.TextField(verbose_name="utlovad åtgärd")),
                (
                    "outcome",
                    models.CharField(
                        choices=[("done", "genomförd"), ("continues", "fortsätter"), ("dropped", "utgår")],
                        max_length=20,
                        verbose_name="utfall",
                    ),
                ),
                ("comment", models.TextField(blank=True, verbose_name="kommentar")),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="measure_follow_ups",
                        to="reports.assessment",
                        verbose_name="bedömning",
                    ),
                ),
            ],
            options={
                "verbose_name": "uppföljd åtgärd",
                "verbose_name_plural": "uppföljda åtgärder",
                "ordering": ["assessment", "position", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("assessment", "position"), name="measure_follow_up_in_its_place"),
                    models.CheckConstraint(
                        condition=models.Q(("outcome__in", ["done", "continues", "dropped"])),
                        name="measure_follow_up_outcome_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "dropped"), _negated=True),
                            models.Q(("comment", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="measure_follow_up_reason_where_dropped",
                        violation_error_message="Skriv varför åtgärden utgår.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("promise", ""), _negated=True), name="measure_follow_up_of_something"
                    ),
                ],
            },
        ),
    ]
