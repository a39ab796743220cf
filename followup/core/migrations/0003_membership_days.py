from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0002_seal_audit_events")]

    operations = [
        migrations.AddField(
            model_name="membership",
            name="valid_from",
            field=models.DateField(
                blank=True,
                help_text="Rollens första dag. Lämna tomt om den gäller redan.",
                null=True,
                verbose_name="gäller från",
            ),
        ),
        migrations.AddField(
            model_name="membership",
            name="valid_through",
            field=models.DateField(
                blank=True,
                help_text="Rollens sista dag. Lämna tomt om den gäller tills vidare.",
                null=True,
                verbose_name="gäller till och med",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_from__isnull", True),
                    ("valid_through__isnull", True),
                    ("valid_through__gte", models.F("valid_from")),
                    _connector="OR",
                ),
                name="membership_days_in_order",
                violation_error_message="Sista dagen kan inte vara före den första.",
            ),
        ),
    ]
