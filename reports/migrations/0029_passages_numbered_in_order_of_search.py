"""A passage's id becomes its place among all. Those that there are go; `index_publications` makes them anew."""

from django.db import migrations


def delete_all(apps, schema_editor):
    passages = apps.get_model("reports", "PublishedPassage").objects.all()
    passages._raw_delete(passages.db)


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0028_newest_versions"),
    ]

    operations = [
        migrations.RunPython(delete_all, delete_all),
    ]
