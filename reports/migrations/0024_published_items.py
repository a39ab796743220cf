import django.db.models.deletion
import followup.core.constraints
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0012_font_of_reports"),
        ("reports", "0023_published_passages"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublishedItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("goal", "mål"), ("indicator", "indikator"), ("assignment", "uppdrag")],
                        max_length=20,
                        verbose_name="slag",
                    ),
                ),
                ("key", models.CharField(max_length=200, verbose_name="id")),
                ("lineage", models.CharField(max_length=250)),
                ("number", models.CharField(blank=True, max_length=100, verbose_name="nr")),
                ("name", models.TextField(verbose_name="namn")),
                ("label", models.TextField(blank=True, verbose_name="benämning")),
                ("area", models.TextField(blank=True, verbose_name="område")),
                ("above", models.CharField(blank=True, max_length=200)),
                ("depth", models.PositiveSmallIntegerField(default=0)),
                ("is_area", models.BooleanField(default=False)),
                ("anchor", models.TextField(blank=True)),
                ("position", models.PositiveIntegerField(verbose_name="ordning")),
                ("unit_of_measure", models.CharField(blank=True, max_length=100, verbose_name="måttenhet")),
                (
                    "desired_direction",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("increase", "öka"),
                            ("decrease", "minska"),
                            ("maintain", "bibehålla"),
                            ("none", "ingen"),
                        ],
                        max_length=20,
                        verbose_name="riktning",
                    ),
                ),
                ("kolada_id", models.CharField(blank=True, max_length=100, verbose_name="Kolada-id")),
                ("verdict", models.CharField(blank=True, max_length=20, verbose_name="status")),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="core.committee"
                    ),
                ),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="items", to="reports.publication"
                    ),
                ),
            ],
            options={
                "verbose_name": "publicerad uppgift",
                "verbose_name_plural": "publicerade uppgifter",
                "ordering": ["publication", "position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="PublishedOutcome",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("period", models.CharField(max_length=30)),
                ("period_through", models.DateField()),
                ("unit", models.TextField(blank=True)),
                ("submeasure", models.TextField(blank=True)),
                (
                    "sex",
                    models.CharField(
                        choices=[("total", "totalt"), ("women", "kvinnor"), ("men", "män")], max_length=10
                    ),
                ),
                ("value", models.DecimalField(decimal_places=10, max_digits=25, null=True)),
                ("words", models.TextField()),
                ("is_preliminary", models.BooleanField(default=False)),
                ("position", models.PositiveIntegerField()),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="outcomes", to="reports.publisheditem"
                    ),
                ),
            ],
            options={
                "verbose_name": "publicerat utfall",
                "verbose_name_plural": "publicerade utfall",
                "ordering": ["item", "position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="PublishedStatus",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by", models.TextField(blank=True)),
                ("mark", models.CharField(blank=True, max_length=20)),
                ("word", models.TextField()),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="statuses", to="reports.publisheditem"
                    ),
                ),
            ],
            options={
                "verbose_name": "publicerad status",
                "verbose_name_plural": "publicerade statusar",
                "ordering": ["item", "position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="PublishedTarget",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                ("unit", models.TextField(blank=True)),
                ("submeasure", models.TextField(blank=True)),
                ("sex", models.CharField(blank=True, max_length=10)),
                ("value", models.DecimalField(decimal_places=10, max_digits=25, null=True)),
                ("value_high", models.DecimalField(decimal_places=10, max_digits=25, null=True)),
                ("words", models.TextField()),
                (
                    "measured_against",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("value", "värde"),
                            ("change_percent", "förändring i procent mot föregående år"),
                            ("change", "förändring mot föregående år"),
                        ],
                        max_length=20,
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="targets", to="reports.publisheditem"
                    ),
                ),
            ],
            options={
                "verbose_name": "publicerat målvärde",
                "verbose_name_plural": "publicerade målvärden",
                "ordering": ["item", "position", "pk"],
            },
        ),
        migrations.AddIndex(
            model_name="publisheditem",
            index=models.Index(fields=["committee", "kind", "lineage"], name="published_item_lineage"),
        ),
        migrations.AddIndex(
            model_name="publisheditem",
            index=models.Index(fields=["publication", "kind", "position"], name="published_item_in_order"),
        ),
        migrations.AddConstraint(
            model_name="publisheditem",
            constraint=models.UniqueConstraint(fields=("publication", "kind", "key"), name="published_item_once"),
        ),
        migrations.AddConstraint(
            model_name="publisheditem",
            constraint=followup.core.constraints.SameOwner(
                name="published_item_in_committee", owner="committee", reference="publication"
            ),
        ),
    ]
