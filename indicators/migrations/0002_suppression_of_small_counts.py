from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("indicators", "0001_indicators_targets_and_outcomes")]

    operations = [
        migrations.AddField(
            model_name=name,
            name="suppresses_small_counts",
            field=models.BooleanField(default=False, verbose_name="döljer små antal"),
        )
        for name in ("indicator", "historicalindicator")
    ]
