from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0007_waived_in_the_audit")]

    operations = [
        migrations.AddField(
            model_name="committee",
            name="smallest_count",
            field=models.PositiveSmallIntegerField(
                default=5,
                help_text=(
                    "Uppgifter om färre personer än så pekar ut någon. Kontrollerna varnar för dem, och indikatorer som "
                    "döljer små antal visar dem som två punkter."
                ),
                validators=[MinValueValidator(2, "Ange minst 2."), MaxValueValidator(100, "Ange högst 100.")],
                verbose_name="minsta antal",
            ),
        ),
    ]
