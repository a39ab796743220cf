import django.db.models.deletion
from django.db import migrations, models

from followup.core.search import TextIndex

PASSAGE_WORDS = TextIndex("reports_publishedpassage")


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0022_status_charts"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublishedPassage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField(verbose_name="ordning")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("section", "Avsnitt"),
                            ("goal", "Mål"),
                            ("indicator", "Indikator"),
                            ("assignment", "Uppdrag"),
                            ("comment", "Kommentar"),
                            ("row", "Tabellrad"),
                            ("note", "Fotnot"),
                            ("attachment", "Bilaga"),
                        ],
                        max_length=20,
                        verbose_name="slag",
                    ),
                ),
                ("anchor", models.CharField(max_length=200, verbose_name="adress i rapporten")),
                ("title", models.TextField(blank=True, verbose_name="rubrik")),
                ("place", models.TextField(blank=True, verbose_name="under")),
                ("unit", models.TextField(blank=True, verbose_name="enhet")),
                ("unit_name", models.TextField(blank=True, verbose_name="enhetens namn")),
                ("status_mark", models.CharField(blank=True, max_length=20, verbose_name="statusens märke")),
                ("status_word", models.TextField(blank=True, verbose_name="status")),
                ("text", models.TextField(blank=True, verbose_name="text")),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="passages",
                        to="reports.publication",
                        verbose_name="publicering",
                    ),
                ),
            ],
            options={
                "verbose_name": "publicerat stycke",
                "verbose_name_plural": "publicerade stycken",
                "ordering": ["publication", "position", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=["publication", "position"], name="passage_position_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            kind__in=[
                                "section",
                                "goal",
                                "indicator",
                                "assignment",
                                "comment",
                                "row",
                                "note",
                                "attachment",
                            ]
                        ),
                        name="passage_kind_known",
                    ),
                ],
            },
        ),
        migrations.RunPython(PASSAGE_WORDS.create(), PASSAGE_WORDS.drop()),
    ]
