from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0004_audit_of_reminders_and_substitutes")]

    operations = [
        migrations.RemoveConstraint(model_name="membership", name="membership_role_known"),
        migrations.AlterField(
            model_name="membership",
            name="role",
            field=models.CharField(
                choices=[
                    ("reader", "läsare"),
                    ("reporter", "rapportör"),
                    ("approver", "godkännare"),
                    ("controller", "controller"),
                    ("administrator", "administratör"),
                    ("auditor", "revisor"),
                ],
                max_length=20,
                verbose_name="roll",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    role__in=["reader", "reporter", "approver", "controller", "administrator", "auditor"]
                ),
                name="membership_role_known",
            ),
        ),
    ]
