import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0016_draft_pdfs"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="OfficialMemo",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("heading", models.CharField(max_length=1100, verbose_name="rubrik")),
                ("recipient", models.CharField(max_length=300, verbose_name="mottagare")),
                ("dated", models.DateField(blank=True, null=True, verbose_name="daterad")),
                ("registry_number", models.CharField(blank=True, max_length=200, verbose_name="diarienummer")),
                ("case_officer", models.CharField(blank=True, max_length=300, verbose_name="handläggare")),
                ("proposed_decision", models.TextField(verbose_name="förslag till beslut")),
                ("summary", models.TextField(blank=True, verbose_name="sammanfattning")),
                ("background", models.TextField(blank=True, verbose_name="ärendet")),
                ("assessment", models.TextField(blank=True, verbose_name="bedömning")),
                ("financial_consequences", models.TextField(blank=True, verbose_name="ekonomiska konsekvenser")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="ändringsnummer")),
                (
                    "report",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="official_memo",
                        to="reports.report",
                        verbose_name="rapport",
                    ),
                ),
            ],
            options={
                "verbose_name": "tjänsteskrivelse",
                "verbose_name_plural": "tjänsteskrivelser",
                "ordering": ["report"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalOfficialMemo",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("heading", models.CharField(max_length=1100, verbose_name="rubrik")),
                ("recipient", models.CharField(max_length=300, verbose_name="mottagare")),
                ("dated", models.DateField(blank=True, null=True, verbose_name="daterad")),
                ("registry_number", models.CharField(blank=True, max_length=200, verbose_name="diarienummer")),
                ("case_officer", models.CharField(blank=True, max_length=300, verbose_name="handläggare")),
                ("proposed_decision", models.TextField(verbose_name="förslag till beslut")),
                ("summary", models.TextField(blank=True, verbose_name="sammanfattning")),
                ("background", models.TextField(blank=True, verbose_name="ärendet")),
                ("assessment", models.TextField(blank=True, verbose_name="bedömning")),
                ("financial_consequences", models.TextField(blank=True, verbose_name="ekonomiska konsekvenser")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="ändringsnummer")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
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
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reports.report",
                        verbose_name="rapport",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical tjänsteskrivelse",
                "verbose_name_plural": "historical tjänsteskrivelser",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
    ]
