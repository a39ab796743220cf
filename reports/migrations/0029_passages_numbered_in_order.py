"""A passage's id becomes its place among all. Those that there are go; `index_publications` makes them anew."""

from django.db import migrations, models

from followup.core.search import TextIndex

PASSAGE_WORDS = TextIndex("reports_publishedpassage")


def delete_all(apps, schema_editor):
    passages = apps.get_model("reports", "PublishedPassage").objects.all()
    passages._raw_delete(passages.db)


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0028_newest_versions"),
    ]

    operations = [
        migrations.RunPython(PASSAGE_WORDS.drop(), PASSAGE_WORDS.create()),
        migrations.RunPython(delete_all, delete_all),
        migrations.AlterField(
            model_name="publishedpassage",
            name="id",
            field=models.BigIntegerField(primary_key=True, serialize=False),
        ),
        migrations.RunPython(PASSAGE_WORDS.create(), PASSAGE_WORDS.drop()),
    ]
