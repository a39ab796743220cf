from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0011_logo_in_the_database")]

    operations = [
        migrations.AddField(
            model_name="municipality",
            name="font",
            field=models.CharField(
                choices=[("sans", "Source Sans, utan seriffer"), ("serif", "Source Serif, med seriffer")],
                default="sans",
                help_text="Gäller rapporternas webbsidor och PDF-filer från nästa publicering.",
                max_length=10,
                verbose_name="typsnitt i rapporter",
            ),
        ),
    ]
