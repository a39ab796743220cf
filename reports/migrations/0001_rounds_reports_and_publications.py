import django.core.validators
import django.db.models.deletion
import django.db.models.functions.comparison
import followup.core.constraints
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0002_seal_audit_events"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("goals", "0001_plans_goals_and_assignments"),
        ("indicators", "0001_indicators_targets_and_outcomes"),
    ]

    operations = [
        migrations.CreateModel(
            name="PlanUpload",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, verbose_name="filnamn")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                ("content", models.BinaryField()),
                ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="inskickad")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="användare",
                    ),
                ),
            ],
            options={
                "verbose_name": "inskickad planbok",
                "verbose_name_plural": "inskickade planböcker",
                "ordering": ["-made_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="DataTable",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=200, verbose_name="id")),
                ("title", models.CharField(blank=True, max_length=1000, verbose_name="titel")),
                ("unit_of_measure", models.CharField(blank=True, max_length=100, verbose_name="enhet")),
                ("position", models.PositiveIntegerField(default=0, verbose_name="ordning")),
            ],
            options={
                "verbose_name": "tabell",
                "verbose_name_plural": "tabeller",
                "ordering": ["report", "position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="DataTableRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField(default=0, verbose_name="ordning")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("heading", "rubrik"),
                            ("computation", "beräkning"),
                            ("row", "rad"),
                            ("subtotal", "delsumma"),
                            ("sum", "summa"),
                            ("grand_total", "totalsumma"),
                            ("total", "total"),
                            ("of_which", "varav"),
                            ("group_heading", "mellanrubrik"),
                        ],
                        default="row",
                        max_length=20,
                        verbose_name="rad",
                    ),
                ),
                ("label", models.CharField(blank=True, max_length=2000, verbose_name="etikett")),
                ("cells", models.JSONField(blank=True, default=list, verbose_name="celler")),
                (
                    "table",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rows",
                        to="reports.datatable",
                        verbose_name="tabell",
                    ),
                ),
            ],
            options={
                "verbose_name": "tabellrad",
                "verbose_name_plural": "tabellrader",
                "ordering": ["table", "position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalRound",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("key", models.CharField(max_length=200, verbose_name="id")),
                ("title", models.CharField(max_length=500, verbose_name="titel")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("tertial_1", "tertial 1"),
                            ("tertial_2", "tertial 2"),
                            ("interim", "delår"),
                            ("year_end", "helår"),
                            ("quarter", "kvartal"),
                            ("month", "månad"),
                        ],
                        max_length=20,
                        verbose_name="typ",
                    ),
                ),
                ("as_of", models.DateField(verbose_name="avser")),
                ("opens_on", models.DateField(blank=True, null=True, verbose_name="öppnar")),
                ("deadline", models.DateField(blank=True, null=True, verbose_name="senast")),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "planerad"), ("open", "öppen"), ("closed", "stängd")],
                        default="planned",
                        max_length=20,
                        verbose_name="läge",
                    ),
                ),
                ("instruction", models.TextField(blank=True, verbose_name="anvisning")),
                ("closed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="stängd")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="stängd av",
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="core.committee",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="goals.plan",
                        verbose_name="plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical uppföljning",
                "verbose_name_plural": "historical uppföljningar",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=80, verbose_name="adress")),
                ("version", models.PositiveIntegerField(verbose_name="version")),
                (
                    "audience",
                    models.CharField(
                        choices=[("members", "nämndens ledamöter"), ("public", "alla")],
                        max_length=20,
                        verbose_name="läsare",
                    ),
                ),
                ("change_note", models.TextField(blank=True, verbose_name="ändringsnot")),
                ("municipality_name", models.CharField(max_length=100, verbose_name="kommun")),
                ("committee_name", models.CharField(max_length=150, verbose_name="nämnd")),
                ("title", models.CharField(max_length=300, verbose_name="titel")),
                ("subtitle", models.CharField(blank=True, max_length=300, verbose_name="underrubrik")),
                ("as_of", models.DateField(blank=True, null=True, verbose_name="avser")),
                ("registry_number", models.CharField(blank=True, max_length=80, verbose_name="diarienummer")),
                ("published_at", models.DateTimeField(verbose_name="publicerad")),
                ("published_by_name", models.CharField(max_length=200, verbose_name="publicerad av")),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publications",
                        to="core.committee",
                        verbose_name="nämnd",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="publicerad av",
                    ),
                ),
            ],
            options={
                "verbose_name": "publicering",
                "verbose_name_plural": "publiceringar",
                "ordering": ["-published_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("committee", "slug", "version"), name="publication_address_once"),
                    models.CheckConstraint(condition=models.Q(("version__gte", 1)), name="publication_version_from_1"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("version", 1), models.Q(("change_note", ""), _negated=True), _connector="OR"
                        ),
                        name="publication_change_note",
                        violation_error_message="Skriv vad som har ändrats sedan förra versionen.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("audience__in", ["members", "public"])), name="publication_audience_known"
                    ),
                    models.UniqueConstraint(fields=("committee", "id"), name="publication_owned_by_committee"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Disclosure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("disclosed_at", models.DateTimeField(verbose_name="öppnad för alla")),
                (
                    "disclosed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="öppnad av",
                    ),
                ),
                (
                    "publication",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="disclosure", to="reports.publication"
                    ),
                ),
            ],
            options={
                "verbose_name": "öppnande för alla",
                "verbose_name_plural": "öppnanden för alla",
                "ordering": ["-disclosed_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "template",
                    models.CharField(
                        choices=[
                            ("interim", "delårsuppföljning"),
                            ("tertial", "tertialrapport"),
                            ("year_end", "verksamhetsberättelse"),
                            ("plan", "verksamhetsplan"),
                            ("plan_follow_up", "planuppföljning"),
                            ("empty", "tom"),
                        ],
                        max_length=20,
                        verbose_name="mall",
                    ),
                ),
                ("key", models.CharField(max_length=200, verbose_name="id")),
                ("slug", models.SlugField(max_length=80, verbose_name="adress")),
                ("title", models.CharField(max_length=1000, verbose_name="titel")),
                ("subtitle", models.CharField(blank=True, max_length=1000, verbose_name="underrubrik")),
                ("as_of", models.DateField(blank=True, null=True, verbose_name="avser")),
                ("dated", models.DateField(blank=True, null=True, verbose_name="daterad")),
                ("registry_number", models.CharField(blank=True, max_length=200, verbose_name="diarienummer")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="ändringsnummer")),
                (
                    "committee",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="core.committee",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="goals.plan",
                        verbose_name="plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "rapport",
                "verbose_name_plural": "rapporter",
                "ordering": ["committee", "-as_of", "-pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("committee", "slug"), name="report_slug_in_committee"),
                    models.UniqueConstraint(fields=("plan", "key"), name="report_key_in_plan"),
                    models.UniqueConstraint(fields=("committee", "id"), name="report_owned_by_committee"),
                    followup.core.constraints.SameOwner(
                        name="report_committee_of_plan", owner="committee", reference="plan"
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="publication",
            name="report",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="publications",
                to="reports.report",
                verbose_name="rapport",
            ),
        ),
        migrations.CreateModel(
            name="HistoricalSection",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("position", models.PositiveIntegerField(default=0, verbose_name="ordning")),
                (
                    "level",
                    models.PositiveSmallIntegerField(
                        default=1,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(4),
                        ],
                        verbose_name="nivå",
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=1000, verbose_name="titel")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("text", "text"),
                            ("goal_overview", "målöversikt"),
                            ("goal_follow_up", "måluppföljning"),
                            ("goal_table", "måltabell"),
                            ("follow_up_table", "uppföljningstabell"),
                            ("goal_matrix", "målmatris"),
                            ("indicator_table", "indikatortabell"),
                            ("key_figures", "nyckeltal"),
                            ("assignment_table", "uppdragstabell"),
                            ("activity_table", "aktivitetstabell"),
                            ("assessment_matrix", "bedömningsmatris"),
                            ("data_table", "tabell"),
                            ("chart", "diagram"),
                            ("attachments", "bilagor"),
                            ("page_break", "sidbrytning"),
                        ],
                        default="text",
                        max_length=30,
                        verbose_name="typ",
                    ),
                ),
                ("content", models.TextField(blank=True, verbose_name="innehåll")),
                ("options", models.JSONField(blank=True, default=dict, verbose_name="alternativ")),
                ("is_hidden", models.BooleanField(default=False, verbose_name="dold")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reports.report",
                        verbose_name="rapport",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical avsnitt",
                "verbose_name_plural": "historical avsnitt",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="FindingWaiver",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rule", models.CharField(max_length=80, verbose_name="regel")),
                ("where", models.CharField(max_length=300, verbose_name="var")),
                ("reason", models.TextField(verbose_name="skäl")),
                ("waived_at", models.DateTimeField(auto_now_add=True, verbose_name="godtagen")),
                (
                    "waived_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="godtagen av",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="waivers",
                        to="reports.report",
                        verbose_name="rapport",
                    ),
                ),
            ],
            options={
                "verbose_name": "godtagen brist",
                "verbose_name_plural": "godtagna brister",
                "ordering": ["report", "rule", "where", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("report", "rule", "where"), name="finding_waiver_once")
                ],
            },
        ),
        migrations.AddField(
            model_name="datatable",
            name="report",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="tables",
                to="reports.report",
                verbose_name="rapport",
            ),
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=1000, verbose_name="titel")),
                ("description", models.TextField(blank=True, verbose_name="beskrivning")),
                ("address", models.CharField(blank=True, max_length=2000, verbose_name="adress")),
                ("position", models.PositiveIntegerField(default=0, verbose_name="ordning")),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attachments",
                        to="reports.report",
                        verbose_name="rapport",
                    ),
                ),
            ],
            options={
                "verbose_name": "bilaga",
                "verbose_name_plural": "bilagor",
                "ordering": ["report", "position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Round",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=200, verbose_name="id")),
                ("title", models.CharField(max_length=500, verbose_name="titel")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("tertial_1", "tertial 1"),
                            ("tertial_2", "tertial 2"),
                            ("interim", "delår"),
                            ("year_end", "helår"),
                            ("quarter", "kvartal"),
                            ("month", "månad"),
                        ],
                        max_length=20,
                        verbose_name="typ",
                    ),
                ),
                ("as_of", models.DateField(verbose_name="avser")),
                ("opens_on", models.DateField(blank=True, null=True, verbose_name="öppnar")),
                ("deadline", models.DateField(blank=True, null=True, verbose_name="senast")),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "planerad"), ("open", "öppen"), ("closed", "stängd")],
                        default="planned",
                        max_length=20,
                        verbose_name="läge",
                    ),
                ),
                ("instruction", models.TextField(blank=True, verbose_name="anvisning")),
                ("closed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="stängd")),
                (
                    "closed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="stängd av",
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rounds",
                        to="core.committee",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rounds",
                        to="goals.plan",
                        verbose_name="plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "uppföljning",
                "verbose_name_plural": "uppföljningar",
                "ordering": ["committee", "-as_of", "-pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("plan", "key"), name="round_key_in_plan"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["tertial_1", "tertial_2", "interim", "year_end", "quarter", "month"])
                        ),
                        name="round_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["planned", "open", "closed"])), name="round_state_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("opens_on__isnull", True),
                            ("deadline__isnull", True),
                            ("deadline__gte", models.F("opens_on")),
                            _connector="OR",
                        ),
                        name="round_dates_in_order",
                        violation_error_message="Sista dag kan inte vara före den dag då uppföljningen öppnar.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", True), ("closed_by__isnull", True)),
                            models.Q(("closed_at__isnull", False), ("closed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="round_closed_paired",
                    ),
                    models.UniqueConstraint(fields=("plan", "id"), name="round_owned_by_plan"),
                    models.UniqueConstraint(fields=("committee", "id"), name="round_owned_by_committee"),
                    followup.core.constraints.SameOwner(
                        name="round_committee_of_plan", owner="committee", reference="plan"
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="report",
            name="round",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reports",
                to="reports.round",
                verbose_name="uppföljning",
            ),
        ),
        migrations.CreateModel(
            name="HistoricalReport",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "template",
                    models.CharField(
                        choices=[
                            ("interim", "delårsuppföljning"),
                            ("tertial", "tertialrapport"),
                            ("year_end", "verksamhetsberättelse"),
                            ("plan", "verksamhetsplan"),
                            ("plan_follow_up", "planuppföljning"),
                            ("empty", "tom"),
                        ],
                        max_length=20,
                        verbose_name="mall",
                    ),
                ),
                ("key", models.CharField(max_length=200, verbose_name="id")),
                ("slug", models.SlugField(max_length=80, verbose_name="adress")),
                ("title", models.CharField(max_length=1000, verbose_name="titel")),
                ("subtitle", models.CharField(blank=True, max_length=1000, verbose_name="underrubrik")),
                ("as_of", models.DateField(blank=True, null=True, verbose_name="avser")),
                ("dated", models.DateField(blank=True, null=True, verbose_name="daterad")),
                ("registry_number", models.CharField(blank=True, max_length=200, verbose_name="diarienummer")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="ändringsnummer")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="core.committee",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="goals.plan",
                        verbose_name="plan",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reports.round",
                        verbose_name="uppföljning",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical rapport",
                "verbose_name_plural": "historical rapporter",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAssessment",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("unit_words", models.CharField(blank=True, max_length=300, verbose_name="enhetstext")),
                (
                    "status",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("achieved", "Uppnått"),
                            ("partly_achieved", "Delvis uppnått"),
                            ("not_achieved", "Ej uppnått"),
                            ("not_assessable", "Kan ej bedömas"),
                            ("not_started", "Ej påbörjat"),
                            ("ongoing", "Pågår"),
                            ("on_track", "Enligt plan"),
                            ("delayed", "Försenat"),
                            ("completed", "Genomfört"),
                            ("not_completed", "Ej genomfört"),
                            ("ended", "Avslutat"),
                        ],
                        max_length=20,
                        verbose_name="bedömning",
                    ),
                ),
                ("status_words", models.CharField(blank=True, max_length=300, verbose_name="statustext")),
                ("ref", models.CharField(blank=True, max_length=200, verbose_name="ref")),
                (
                    "trend",
                    models.CharField(
                        blank=True,
                        choices=[("up", "upp"), ("unchanged", "oförändrad"), ("down", "ned")],
                        max_length=20,
                        verbose_name="trend",
                    ),
                ),
                ("comment", models.TextField(blank=True, verbose_name="kommentar")),
                ("overall_view", models.TextField(blank=True, verbose_name="samlad bedömning")),
                ("cause", models.TextField(blank=True, verbose_name="orsak")),
                ("measure", models.TextField(blank=True, verbose_name="åtgärd")),
                ("forecast", models.TextField(blank=True, verbose_name="prognos")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Utkast"),
                            ("ready", "Klar"),
                            ("returned", "Återsänd"),
                            ("approved", "Godkänd"),
                        ],
                        default="draft",
                        max_length=20,
                        verbose_name="läge",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                ("updated_at", models.DateTimeField(blank=True, editable=False, verbose_name="ändrad")),
                ("ready_at", models.DateTimeField(editable=False, null=True, verbose_name="klar")),
                ("returned_at", models.DateTimeField(editable=False, null=True, verbose_name="återsänd")),
                ("return_reason", models.TextField(blank=True, editable=False, verbose_name="skäl till återsändning")),
                ("approved_at", models.DateTimeField(editable=False, null=True, verbose_name="godkänd")),
                ("position", models.PositiveIntegerField(default=0, verbose_name="ordning")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="godkänd av",
                    ),
                ),
                (
                    "assignment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="goals.assignment",
                        verbose_name="uppdrag",
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="core.committee",
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="goals.goal",
                        verbose_name="mål",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="indicators.indicator",
                        verbose_name="indikator",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="goals.plan",
                    ),
                ),
                (
                    "ready_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="klarmarkerad av",
                    ),
                ),
                (
                    "returned_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="återsänd av",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="core.unit",
                        verbose_name="enhet",
                    ),
                ),
                (
                    "updated_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ändrad av",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reports.round",
                        verbose_name="uppföljning",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical bedömning",
                "verbose_name_plural": "historical bedömningar",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Assessment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("unit_words", models.CharField(blank=True, max_length=300, verbose_name="enhetstext")),
                (
                    "status",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("achieved", "Uppnått"),
                            ("partly_achieved", "Delvis uppnått"),
                            ("not_achieved", "Ej uppnått"),
                            ("not_assessable", "Kan ej bedömas"),
                            ("not_started", "Ej påbörjat"),
                            ("ongoing", "Pågår"),
                            ("on_track", "Enligt plan"),
                            ("delayed", "Försenat"),
                            ("completed", "Genomfört"),
                            ("not_completed", "Ej genomfört"),
                            ("ended", "Avslutat"),
                        ],
                        max_length=20,
                        verbose_name="bedömning",
                    ),
                ),
                ("status_words", models.CharField(blank=True, max_length=300, verbose_name="statustext")),
                ("ref", models.CharField(blank=True, max_length=200, verbose_name="ref")),
                (
                    "trend",
                    models.CharField(
                        blank=True,
                        choices=[("up", "upp"), ("unchanged", "oförändrad"), ("down", "ned")],
                        max_length=20,
                        verbose_name="trend",
                    ),
                ),
                ("comment", models.TextField(blank=True, verbose_name="kommentar")),
                ("overall_view", models.TextField(blank=True, verbose_name="samlad bedömning")),
                ("cause", models.TextField(blank=True, verbose_name="orsak")),
                ("measure", models.TextField(blank=True, verbose_name="åtgärd")),
                ("forecast", models.TextField(blank=True, verbose_name="prognos")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Utkast"),
                            ("ready", "Klar"),
                            ("returned", "Återsänd"),
                            ("approved", "Godkänd"),
                        ],
                        default="draft",
                        max_length=20,
                        verbose_name="läge",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="ändrad")),
                ("ready_at", models.DateTimeField(editable=False, null=True, verbose_name="klar")),
                ("returned_at", models.DateTimeField(editable=False, null=True, verbose_name="återsänd")),
                ("return_reason", models.TextField(blank=True, editable=False, verbose_name="skäl till återsändning")),
                ("approved_at", models.DateTimeField(editable=False, null=True, verbose_name="godkänd")),
                ("position", models.PositiveIntegerField(default=0, verbose_name="ordning")),
                (
                    "approved_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="godkänd av",
                    ),
                ),
                (
                    "assignment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assessments",
                        to="goals.assignment",
                        verbose_name="uppdrag",
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.committee",
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assessments",
                        to="goals.goal",
                        verbose_name="mål",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assessments",
                        to="indicators.indicator",
                        verbose_name="indikator",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="goals.plan"
                    ),
                ),
                (
                    "ready_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="klarmarkerad av",
                    ),
                ),
                (
                    "returned_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="återsänd av",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assessments",
                        to="core.unit",
                        verbose_name="enhet",
                    ),
                ),
                (
                    "updated_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ändrad av",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assessments",
                        to="reports.round",
                        verbose_name="uppföljning",
                    ),
                ),
            ],
            options={
                "verbose_name": "bedömning",
                "verbose_name_plural": "bedömningar",
                "ordering": ["round", "position", "pk"],
                "indexes": [models.Index(fields=["round", "unit"], name="assessment_by_unit")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("assignment__isnull", True), ("goal__isnull", False), ("indicator__isnull", True)
                            ),
                            models.Q(
                                ("assignment__isnull", True), ("goal__isnull", True), ("indicator__isnull", False)
                            ),
                            models.Q(
                                ("assignment__isnull", False), ("goal__isnull", True), ("indicator__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="assessment_of_one_subject",
                        violation_error_message="Ange exakt ett av mål, indikator och uppdrag.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", ""),
                            models.Q(
                                ("assignment__isnull", True),
                                ("status__in", ["achieved", "partly_achieved", "not_achieved", "not_assessable"]),
                            ),
                            models.Q(
                                ("assignment__isnull", False),
                                (
                                    "status__in",
                                    [
                                        "not_started",
                                        "ongoing",
                                        "on_track",
                                        "delayed",
                                        "completed",
                                        "not_completed",
                                        "ended",
                                    ],
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="assessment_status_of_its_scale",
                        violation_error_message="Bedömningen hör inte till skalan för det som bedöms.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["draft", "ready", "returned", "approved"])),
                        name="assessment_state_known",
                    ),
                    models.UniqueConstraint(
                        models.F("round"),
                        models.F("goal"),
                        django.db.models.functions.comparison.Coalesce("unit", 0),
                        models.F("ref"),
                        models.F("unit_words"),
                        condition=models.Q(("goal__isnull", False)),
                        name="assessment_once_per_goal",
                        violation_error_message="Det finns redan en bedömning av samma sak från samma enhet.",
                    ),
                    models.UniqueConstraint(
                        models.F("round"),
                        models.F("indicator"),
                        django.db.models.functions.comparison.Coalesce("unit", 0),
                        models.F("ref"),
                        models.F("unit_words"),
                        condition=models.Q(("indicator__isnull", False)),
                        name="assessment_once_per_indicator",
                        violation_error_message="Det finns redan en bedömning av samma sak från samma enhet.",
                    ),
                    models.UniqueConstraint(
                        models.F("round"),
                        models.F("assignment"),
                        django.db.models.functions.comparison.Coalesce("unit", 0),
                        models.F("ref"),
                        models.F("unit_words"),
                        condition=models.Q(("assignment__isnull", False)),
                        name="assessment_once_per_assignment",
                        violation_error_message="Det finns redan en bedömning av samma sak från samma enhet.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ready_at__isnull", True), ("ready_by__isnull", True)),
                            models.Q(("ready_at__isnull", False), ("ready_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="assessment_ready_paired",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("returned_at__isnull", True), ("returned_by__isnull", True)),
                            models.Q(("returned_at__isnull", False), ("returned_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="assessment_returned_paired",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("approved_at__isnull", True), ("approved_by__isnull", True)),
                            models.Q(("approved_at__isnull", False), ("approved_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="assessment_approved_paired",
                    ),
                    followup.core.constraints.SameOwner(
                        name="assessment_committee_of_plan", owner="committee", reference="plan"
                    ),
                    followup.core.constraints.SameOwner(
                        name="assessment_round_in_plan", owner="plan", reference="round"
                    ),
                    followup.core.constraints.SameOwner(name="assessment_goal_in_plan", owner="plan", reference="goal"),
                    followup.core.constraints.SameOwner(
                        name="assessment_indicator_in_plan", owner="plan", reference="indicator"
                    ),
                    followup.core.constraints.SameOwner(
                        name="assessment_assignment_in_plan", owner="plan", reference="assignment"
                    ),
                    followup.core.constraints.SameOwner(
                        name="assessment_unit_in_committee", owner="committee", reference="unit"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Section",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField(default=0, verbose_name="ordning")),
                (
                    "level",
                    models.PositiveSmallIntegerField(
                        default=1,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(4),
                        ],
                        verbose_name="nivå",
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=1000, verbose_name="titel")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("text", "text"),
                            ("goal_overview", "målöversikt"),
                            ("goal_follow_up", "måluppföljning"),
                            ("goal_table", "måltabell"),
                            ("follow_up_table", "uppföljningstabell"),
                            ("goal_matrix", "målmatris"),
                            ("indicator_table", "indikatortabell"),
                            ("key_figures", "nyckeltal"),
                            ("assignment_table", "uppdragstabell"),
                            ("activity_table", "aktivitetstabell"),
                            ("assessment_matrix", "bedömningsmatris"),
                            ("data_table", "tabell"),
                            ("chart", "diagram"),
                            ("attachments", "bilagor"),
                            ("page_break", "sidbrytning"),
                        ],
                        default="text",
                        max_length=30,
                        verbose_name="typ",
                    ),
                ),
                ("content", models.TextField(blank=True, verbose_name="innehåll")),
                ("options", models.JSONField(blank=True, default=dict, verbose_name="alternativ")),
                ("is_hidden", models.BooleanField(default=False, verbose_name="dold")),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sections",
                        to="reports.report",
                        verbose_name="rapport",
                    ),
                ),
            ],
            options={
                "verbose_name": "avsnitt",
                "verbose_name_plural": "avsnitt",
                "ordering": ["report", "position", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("level__gte", 1), ("level__lte", 4)), name="section_level_1_to_4"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AssessmentReference",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField(default=0)),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="references", to="reports.assessment"
                    ),
                ),
                (
                    "assignment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="goals.assignment",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="indicators.indicator",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="goals.plan"
                    ),
                ),
            ],
            options={
                "verbose_name": "avser även",
                "verbose_name_plural": "avser även",
                "ordering": ["assessment", "position", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("assignment__isnull", True), ("indicator__isnull", False)),
                            models.Q(("assignment__isnull", False), ("indicator__isnull", True)),
                            _connector="OR",
                        ),
                        name="assessment_reference_to_one",
                    ),
                    followup.core.constraints.SameOwner(
                        name="assessment_reference_indicator_in_plan", owner="plan", reference="indicator"
                    ),
                    followup.core.constraints.SameOwner(
                        name="assessment_reference_assignment_in_plan", owner="plan", reference="assignment"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicationFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("format", models.CharField(max_length=10, verbose_name="format")),
                ("content_type", models.CharField(max_length=100, verbose_name="innehållstyp")),
                ("size", models.PositiveBigIntegerField(verbose_name="storlek")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                ("content", models.BinaryField()),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="files", to="reports.publication"
                    ),
                ),
            ],
            options={
                "verbose_name": "publicerad fil",
                "verbose_name_plural": "publicerade filer",
                "ordering": ["publication", "format", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("publication", "format"), name="publication_file_once")
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.UniqueConstraint(fields=("report", "version"), name="publication_version_once"),
        ),
        migrations.AddConstraint(
            model_name="datatable",
            constraint=models.UniqueConstraint(fields=("report", "key"), name="data_table_key_in_report"),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=followup.core.constraints.SameOwner(
                name="publication_report_in_committee", owner="committee", reference="report"
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=followup.core.constraints.SameOwner(
                name="report_round_in_plan", owner="plan", reference="round"
            ),
        ),
    ]
