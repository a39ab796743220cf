from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reports", "0006_measure_follow_ups")]

    operations = [
        migrations.AddField(
            model_name="publication",
            name="plan_from",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="planens första år"),
        )
    ]
