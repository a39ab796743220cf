import followup.core.reserved
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0024_published_items"),
    ]

    operations = [
        migrations.AlterField(
            model_name="historicalreport",
            name="slug",
            field=models.SlugField(
                max_length=80, validators=[followup.core.reserved.validate_report_slug], verbose_name="adress"
            ),
        ),
        migrations.AlterField(
            model_name="report",
            name="slug",
            field=models.SlugField(
                max_length=80, validators=[followup.core.reserved.validate_report_slug], verbose_name="adress"
            ),
        ),
    ]
