from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0015_audit_of_questions")]

    operations = [
        migrations.CreateModel(
            name="UnreferencedFile",
            fields=[
                ("sha256", models.CharField(max_length=64, primary_key=True, serialize=False, verbose_name="SHA-256")),
                ("found_at", models.DateTimeField(verbose_name="funnen")),
            ],
            options={
                "verbose_name": "fil som ingen rad nämner",
                "verbose_name_plural": "filer som ingen rad nämner",
                "ordering": ["found_at", "sha256"],
            },
        ),
    ]
