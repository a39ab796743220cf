import django.db.models.deletion
import followup.core.constraints
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0010_audit_of_ordered_work"),
        ("reports", "0014_publication_attachments"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Job",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("publication", "publicering"), ("draft_pdf", "utkast som PDF")],
                        max_length=20,
                        verbose_name="slag",
                    ),
                ),
                ("key", models.UUIDField(editable=False, unique=True, verbose_name="nyckel")),
                ("asked_at", models.DateTimeField(verbose_name="beställt")),
                ("asked_by_name", models.CharField(max_length=200, verbose_name="beställt av")),
                ("due_at", models.DateTimeField(blank=True, null=True, verbose_name="tidpunkt")),
                ("version", models.PositiveIntegerField(blank=True, null=True, verbose_name="version")),
                (
                    "audience",
                    models.CharField(
                        blank=True,
                        choices=[("members", "nämndens ledamöter"), ("public", "alla")],
                        max_length=20,
                        verbose_name="läsare",
                    ),
                ),
                ("change_note", models.TextField(blank=True, verbose_name="ändringsnot")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("queued", "väntar"),
                            ("running", "pågår"),
                            ("done", "klart"),
                            ("failed", "misslyckades"),
                            ("cancelled", "avbrutet"),
                        ],
                        default="queued",
                        max_length=20,
                        verbose_name="läge",
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("checking", "Kontrollerar rapporten"),
                            ("reading", "Läser ihop rapporten"),
                            ("page", "Bygger webbsidan"),
                            ("layout", "Lägger ut PDF-sidorna"),
                            ("paper", "Skriver PDF-filen"),
                            ("data", "Skriver kalkylblad och data"),
                            ("storing", "Lagrar"),
                        ],
                        max_length=20,
                        verbose_name="steg",
                    ),
                ),
                ("done", models.PositiveIntegerField(default=0, verbose_name="gjort")),
                ("total", models.PositiveIntegerField(default=0, verbose_name="av")),
                ("pages", models.PositiveIntegerField(default=0, verbose_name="sidor")),
                ("task_id", models.CharField(blank=True, editable=False, max_length=64)),
                ("worker", models.CharField(blank=True, editable=False, max_length=64)),
                ("attempts", models.PositiveIntegerField(default=0, verbose_name="försök")),
                ("interruptions", models.PositiveIntegerField(default=0, verbose_name="avbrott")),
                ("started_at", models.DateTimeField(blank=True, null=True, verbose_name="började")),
                ("seen_at", models.DateTimeField(blank=True, null=True, verbose_name="senast sedd")),
                ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="slutade")),
                ("fault", models.TextField(blank=True, verbose_name="fel")),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="beställt av",
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.committee",
                        verbose_name="nämnd",
                    ),
                ),
                (
                    "publication",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="job",
                        to="reports.publication",
                        verbose_name="publicering",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="jobs",
                        to="reports.report",
                        verbose_name="rapport",
                    ),
                ),
            ],
            options={
                "verbose_name": "arbete",
                "verbose_name_plural": "arbeten",
                "ordering": ["-asked_at", "-pk"],
                "indexes": [models.Index(fields=["committee", "-asked_at"], name="job_by_committee")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["queued", "running"])),
                        fields=("report", "kind"),
                        name="job_one_open_of_a_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["publication", "draft_pdf"])), name="job_kind_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["queued", "running", "done", "failed", "cancelled"])),
                        name="job_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("step__in", ["", "checking", "reading", "page", "layout", "paper", "data", "storing"])
                        ),
                        name="job_step_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "publication"), _negated=True),
                            models.Q(
                                ("audience__in", ["members", "public"]), ("version__gte", 1), ("version__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="job_publication_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "publication"), ("state", "done"), _negated=True),
                            ("publication__isnull", False),
                            _connector="OR",
                        ),
                        name="job_done_with_publication",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("publication__isnull", True),
                            models.Q(("kind", "publication"), ("state", "done")),
                            _connector="OR",
                        ),
                        name="job_publication_when_done",
                    ),
                    followup.core.constraints.SameOwner(
                        name="job_report_in_committee", owner="committee", reference="report"
                    ),
                ],
            },
        ),
    ]
