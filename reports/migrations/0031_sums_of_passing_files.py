from django.db import migrations, models

SUM = models.CharField(default="", max_length=64, verbose_name="SHA-256")
SIZE = models.PositiveBigIntegerField(default=0, verbose_name="storlek")


class Migration(migrations.Migration):
    dependencies = [("reports", "0030_workers")]

    operations = [
        migrations.AddField("draftpdf", "sha256", SUM, preserve_default=False),
        migrations.AddField("draftpdf", "size", SIZE, preserve_default=False),
        migrations.AddField("extractpdf", "sha256", SUM, preserve_default=False),
        migrations.AddField("extractpdf", "size", SIZE, preserve_default=False),
        migrations.AddField("planupload", "size", SIZE, preserve_default=False),
    ]
