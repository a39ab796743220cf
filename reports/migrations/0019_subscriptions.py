import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0014_audit_of_notified_subscribers"),
        ("reports", "0018_report_presence"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FormUse",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "form",
                    models.CharField(
                        choices=[("subscribe", "prenumerera"), ("accessibility", "bristande tillgänglighet")],
                        max_length=20,
                    ),
                ),
                ("fingerprint", models.CharField(max_length=64)),
                ("used_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name": "användning av öppet formulär",
                "verbose_name_plural": "användningar av öppna formulär",
                "ordering": ["-used_at", "-pk"],
                "indexes": [models.Index(fields=["form", "fingerprint", "used_at"], name="form_use_counted")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("form__in", ["subscribe", "accessibility"])), name="form_use_known"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Subscription",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("address", models.EmailField(blank=True, max_length=254, verbose_name="e-postadress")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("asked_key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("site", models.CharField(max_length=200, verbose_name="webbplats")),
                ("asked_at", models.DateTimeField(verbose_name="beställd")),
                ("confirmed_at", models.DateTimeField(blank=True, null=True, verbose_name="bekräftad")),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="subscriptions",
                        to="core.committee",
                        verbose_name="nämnd",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="subscriptions",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="konto",
                    ),
                ),
            ],
            options={
                "verbose_name": "prenumeration",
                "verbose_name_plural": "prenumerationer",
                "ordering": ["committee", "pk"],
            },
        ),
        migrations.CreateModel(
            name="PublicationLetter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("published", "publicerad"),
                            ("corrected", "ny version"),
                            ("withdrawn", "avpublicerad"),
                        ],
                        max_length=20,
                        verbose_name="vad",
                    ),
                ),
                ("made_at", models.DateTimeField(verbose_name="skrivet")),
                ("due_at", models.DateTimeField(verbose_name="tidigast")),
                ("taken_at", models.DateTimeField(blank=True, null=True, verbose_name="påbörjat")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="skickat")),
                ("fault", models.CharField(blank=True, max_length=300, verbose_name="gick inte fram")),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="letters", to="reports.publication"
                    ),
                ),
                (
                    "subscription",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="letters", to="reports.subscription"
                    ),
                ),
            ],
            options={
                "verbose_name": "brev om publicering",
                "verbose_name_plural": "brev om publiceringar",
                "ordering": ["publication", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="subscription",
            constraint=models.UniqueConstraint(
                condition=models.Q(("address", ""), _negated=True),
                fields=("committee", "address"),
                name="subscription_once_for_an_address",
            ),
        ),
        migrations.AddConstraint(
            model_name="subscription",
            constraint=models.UniqueConstraint(
                condition=models.Q(("user__isnull", False)),
                fields=("committee", "user"),
                name="subscription_once_for_an_account",
            ),
        ),
        migrations.AddConstraint(
            model_name="subscription",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("user__isnull", True), models.Q(("address", ""), _negated=True)),
                    models.Q(("address", ""), ("user__isnull", False)),
                    _connector="OR",
                ),
                name="subscription_of_address_or_account",
            ),
        ),
        migrations.AddIndex(
            model_name="publicationletter",
            index=models.Index(fields=["taken_at", "due_at"], name="publication_letter_waiting"),
        ),
        migrations.AddConstraint(
            model_name="publicationletter",
            constraint=models.UniqueConstraint(
                fields=("publication", "what", "subscription"), name="publication_letter_once_per_subscriber"
            ),
        ),
        migrations.AddConstraint(
            model_name="publicationletter",
            constraint=models.CheckConstraint(
                condition=models.Q(("what__in", ["published", "corrected", "withdrawn"])),
                name="publication_letter_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="publicationletter",
            constraint=models.CheckConstraint(
                condition=models.Q(("sent_at__isnull", True), ("fault", ""), _connector="OR"),
                name="publication_letter_sent_or_faulty",
            ),
        ),
    ]
