import django.db.models.deletion
from django.db import migrations, models

from followup.core.fingerprints import fingerprint_of


def name_old_waivers(apps, schema_editor):
    """Those from before hold no sentence; they get a fingerprint of their own, which no finding has."""
    waivers = apps.get_model("reports", "FindingWaiver")
    for waiver in waivers.objects.all():
        waiver.fingerprint = fingerprint_of((waiver.rule, waiver.where, ""))
        waiver.save(update_fields=["fingerprint"])


class Migration(migrations.Migration):
    dependencies = [("reports", "0007_publication_plan_from")]

    operations = [
        migrations.RemoveConstraint("findingwaiver", "finding_waiver_once"),
        migrations.AlterField("findingwaiver", "where", models.CharField(max_length=1000, verbose_name="var")),
        migrations.AddField(
            "findingwaiver", "message", models.TextField(default="", verbose_name="brist"), preserve_default=False
        ),
        migrations.AddField(
            "findingwaiver",
            "fingerprint",
            models.CharField(default="", editable=False, max_length=64),
            preserve_default=False,
        ),
        migrations.RunPython(name_old_waivers, migrations.RunPython.noop),
        migrations.AddConstraint(
            "findingwaiver", models.UniqueConstraint(fields=("report", "fingerprint"), name="finding_waiver_once")
        ),
        migrations.AddConstraint(
            "findingwaiver", models.CheckConstraint(condition=~models.Q(reason=""), name="finding_waiver_has_a_reason")
        ),
        migrations.CreateModel(
            name="SeenFinding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rule", models.CharField(max_length=80)),
                ("where", models.CharField(max_length=1000)),
                ("message", models.TextField()),
                ("fingerprint", models.CharField(max_length=64)),
                ("seen_at", models.DateTimeField()),
                ("mended_at", models.DateTimeField(null=True)),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="seen_findings", to="reports.report"
                    ),
                ),
            ],
            options={
                "ordering": ["report", "pk"],
                "constraints": [models.UniqueConstraint(fields=("report", "fingerprint"), name="seen_finding_once")],
            },
        ),
    ]
