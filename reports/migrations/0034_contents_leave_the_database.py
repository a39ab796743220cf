from django.db import migrations

MODELS = ("attachmentfile", "draftpdf", "extractpdf", "planupload", "publicationattachment", "publicationfile")


class Migration(migrations.Migration):
    dependencies = [("reports", "0033_contents_into_the_storage")]

    operations = [migrations.RemoveField(model, "content") for model in MODELS]
