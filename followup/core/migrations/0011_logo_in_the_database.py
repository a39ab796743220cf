from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0010_audit_of_ordered_work")]

    operations = [
        migrations.RemoveField(model_name="municipality", name="logo"),
        migrations.CreateModel(
            name="MunicipalityLogo",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("content", models.BinaryField()),
                ("content_type", models.CharField(max_length=100, verbose_name="innehållstyp")),
                ("width", models.PositiveIntegerField(verbose_name="bredd")),
                ("height", models.PositiveIntegerField(verbose_name="höjd")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                (
                    "municipality",
                    models.OneToOneField(
                        on_delete=models.deletion.CASCADE,
                        related_name="logo",
                        to="core.municipality",
                        verbose_name="kommun",
                    ),
                ),
            ],
            options={
                "verbose_name": "logotyp",
                "verbose_name_plural": "logotyper",
                "ordering": ["municipality", "pk"],
            },
        ),
    ]
