from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0019_role_origin"),
    ]

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
                    ("asked", "ställde"),
                    ("answered", "besvarade"),
                    ("signed_in", "loggade in"),
                    ("backed_up", "säkerhetskopierade"),
                    ("restored", "återställde"),
                    ("signed_out", "loggade ut"),
                    ("invited", "bjöd in"),
                    ("revoked", "återkallade"),
                    ("extracted", "hämtade ut uppgifter om"),
                    ("erased", "raderade uppgifter om"),
                ],
                max_length=20,
                verbose_name="vad",
            ),
        ),
    ]
