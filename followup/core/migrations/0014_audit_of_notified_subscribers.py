from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0013_contact_and_accessibility_of_municipalities")]

    operations = [
        migrations.AlterField(
            model_name="auditevent",
            name="action",
            field=models.CharField(
                choices=[
                    ("created", "lade till"),
                    ("changed", "ändrade"),
                    ("deleted", "tog bort"),
                    ("imported", "läste in"),
                    ("opened", "öppnade"),
                    ("closed", "stängde"),
                    ("handed_in", "lämnade in"),
                    ("returned", "återsände"),
                    ("approved", "godkände"),
                    ("reminded", "påminde"),
                    ("notified", "underrättade"),
                    ("appointed", "utsåg"),
                    ("ended", "avslutade"),
                    ("waived", "godtog"),
                    ("ordered", "beställde"),
                    ("cancelled", "avbröt"),
                    ("published", "publicerade"),
                    ("disclosed", "öppnade för alla"),
                    ("recorded", "registrerade"),
                    ("withdrawn", "avpublicerade"),
                    ("signed_in", "loggade in"),
                ],
                max_length=20,
                verbose_name="vad",
            ),
        ),
    ]
