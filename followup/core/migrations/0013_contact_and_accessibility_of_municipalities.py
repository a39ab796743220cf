from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0012_font_of_reports")]

    operations = [
        migrations.AddField(
            model_name="municipality",
            name="assessed_how",
            field=models.TextField(
                blank=True,
                help_text="Till exempel självskattning, eller vem som granskade.",
                max_length=2000,
                verbose_name="så bedömdes den",
            ),
        ),
        migrations.AddField(
            model_name="municipality",
            name="assessed_on",
            field=models.DateField(
                blank=True,
                help_text="Dagen då kommunen bedömde tillgängligheten.",
                null=True,
                verbose_name="bedömd den",
            ),
        ),
        migrations.AddField(
            model_name="municipality",
            name="conformance",
            field=models.CharField(
                choices=[("fully", "helt förenlig"), ("partly", "delvis förenlig"), ("not", "inte förenlig")],
                default="partly",
                help_text="Kommunens egen bedömning, som står i tillgänglighetsredogörelsen.",
                max_length=10,
                verbose_name="förenlig med tillgänglighetslagen",
            ),
        ),
        migrations.AddField(
            model_name="municipality",
            name="contact_address",
            field=models.EmailField(
                blank=True,
                help_text="Står i tillgänglighetsredogörelsen och i katalogen över öppna data. Hit går det som läsare rapporterar om bristande tillgänglighet.",
                max_length=254,
                verbose_name="e-postadress för läsare",
            ),
        ),
        migrations.AddField(
            model_name="municipality",
            name="known_faults",
            field=models.TextField(
                blank=True,
                help_text="En brist på varje rad, med skälet och när den ska vara rättad. De står i redogörelsen efter dem som finns i alla kommuner.",
                max_length=10000,
                verbose_name="kända brister",
            ),
        ),
    ]
