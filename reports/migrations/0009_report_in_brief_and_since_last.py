from django.db import migrations, models

_PARTS = (("has_in_brief", "I korthet"), ("has_since_last", "Sedan förra rapporten"))


class Migration(migrations.Migration):
    dependencies = [("reports", "0008_findings")]

    operations = [
        migrations.AddField(model, name, models.BooleanField(default=True, verbose_name=label))
        for model in ("report", "historicalreport")
        for name, label in _PARTS
    ]
