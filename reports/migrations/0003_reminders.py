import django.db.models.deletion
import followup.core.constraints
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0004_audit_of_reminders_and_substitutes"),
        ("reports", "0002_seal_publications"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Reminder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(editable=False, unique=True, verbose_name="nyckel")),
                ("subject", models.CharField(max_length=200, verbose_name="ämne")),
                ("text", models.TextField(verbose_name="text")),
                ("units", models.TextField(verbose_name="enheter")),
                ("sent_at", models.DateTimeField(auto_now_add=True, verbose_name="skickad")),
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
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reminders",
                        to="reports.round",
                        verbose_name="uppföljning",
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="skickad av",
                    ),
                ),
            ],
            options={
                "verbose_name": "påminnelse",
                "verbose_name_plural": "påminnelser",
                "ordering": ["-sent_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ReminderLetter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=300, verbose_name="mottagare")),
                ("address", models.EmailField(max_length=254, verbose_name="e-postadress")),
                ("units", models.TextField(verbose_name="enheter")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="skickad")),
                ("fault", models.CharField(blank=True, max_length=300, verbose_name="gick inte fram")),
                (
                    "reminder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="letters", to="reports.reminder"
                    ),
                ),
            ],
            options={
                "verbose_name": "brev",
                "verbose_name_plural": "brev",
                "ordering": ["reminder", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="reminder",
            constraint=followup.core.constraints.SameOwner(
                name="reminder_round_in_committee", owner="committee", reference="round"
            ),
        ),
        migrations.AddConstraint(
            model_name="reminderletter",
            constraint=models.UniqueConstraint(fields=("reminder", "address"), name="reminder_letter_once_per_address"),
        ),
        migrations.AddConstraint(
            model_name="reminderletter",
            constraint=models.CheckConstraint(
                condition=models.Q(("sent_at__isnull", True), ("fault", ""), _connector="OR"),
                name="reminder_letter_sent_or_faulty",
            ),
        ),
    ]
