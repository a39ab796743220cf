import django.db.models.deletion
import followup.core.constraints
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0015_audit_of_questions"),
        ("reports", "0027_reader_notes_and_questions"),
    ]

    operations = [
        migrations.CreateModel(
            name="NewestVersion",
            fields=[
                (
                    "publication",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="newest",
                        serialize=False,
                        to="reports.publication",
                        verbose_name="publicering",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="år")),
                ("to_everyone", models.BooleanField(verbose_name="för alla")),
                ("to_members", models.BooleanField(verbose_name="för nämndens ledamöter")),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="core.committee",
                        verbose_name="nämnd",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="reports.report",
                        verbose_name="rapport",
                    ),
                ),
            ],
            options={
                "verbose_name": "nyaste version",
                "verbose_name_plural": "nyaste versioner",
                "ordering": ["publication"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("to_everyone", True), ("to_members", True), _connector="OR"),
                        name="newest_version_to_somebody",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("to_everyone", True)),
                        fields=("report",),
                        name="newest_version_to_everyone_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("to_members", True)),
                        fields=("report",),
                        name="newest_version_to_members_once",
                    ),
                    followup.core.constraints.SameOwner(
                        name="newest_version_in_committee", owner="committee", reference="publication"
                    ),
                ],
            },
        ),
    ]
