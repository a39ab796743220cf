from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0005_role_of_auditor")]

    operations = [
        migrations.RemoveConstraint(model_name="membership", name="membership_once_per_unit"),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.UniqueConstraint(
                condition=models.Q(unit__isnull=False, valid_through__isnull=True),
                fields=("user", "committee", "role", "unit"),
                name="membership_once_per_unit",
                violation_error_message="Personen har redan den rollen.",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.UniqueConstraint(
                condition=models.Q(unit__isnull=False, valid_through__isnull=False),
                fields=("user", "committee", "role", "unit", "valid_through"),
                name="membership_once_per_unit_and_last_day",
                violation_error_message="Personen har redan den rollen de dagarna.",
            ),
        ),
    ]
