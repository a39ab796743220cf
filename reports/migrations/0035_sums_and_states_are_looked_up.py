from django.db import migrations, models

WITH_A_FILE = ("attachmentfile", "draftpdf", "extractpdf", "planupload", "publicationattachment", "publicationfile")


class Migration(migrations.Migration):
    dependencies = [("reports", "0034_contents_leave_the_database")]

    operations = [
        *(migrations.AddIndex(model, models.Index(fields=["sha256"], name=f"{model}_sha256")) for model in WITH_A_FILE),
        migrations.AddIndex("job", models.Index(fields=["state", "finished_at"], name="job_by_state")),
    ]
