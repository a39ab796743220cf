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
    ]

    operations = [
        migrations.CreateModel(
            name="Indicator",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=200, verbose_name="id")),
                ("group", models.CharField(blank=True, max_length=500, verbose_name="grupp")),
                ("number", models.CharField(blank=True, max_length=100, verbose_name="nr")),
                ("name", models.CharField(max_length=2000, verbose_name="namn")),
                ("description", models.TextField(blank=True, verbose_name="beskrivning")),
                (
                    "kind",
                    models.CharField(
                        choices=[("indicator", "indikator"), ("key_figure", "nyckeltal"), ("volume", "volymmått")],
                        default="indicator",
                        max_length=20,
                        verbose_name="typ",
                    ),
                ),
                ("unit_of_measure", models.CharField(blank=True, max_length=100, verbose_name="måttenhet")),
                (
                    "decimals",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(6, "Ange högst 6 decimaler.")],
                        verbose_name="decimaler",
                    ),
                ),
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
                (
                    "frequency",
                    models.CharField(
                        blank=True,
                        choices=[("month", "månad"), ("quarter", "kvartal"), ("tertial", "tertial"), ("year", "år")],
                        max_length=20,
                        verbose_name="frekvens",
                    ),
                ),
                ("is_sex_disaggregated", models.BooleanField(default=False, verbose_name="könsuppdelad")),
                ("is_assessed", models.BooleanField(default=False, verbose_name="bedöms")),
                ("source", models.TextField(blank=True, verbose_name="källa")),
                ("footnote", models.TextField(blank=True, verbose_name="fotnot")),
                ("responsible", models.JSONField(blank=True, default=list, verbose_name="ansvarig")),
                ("kolada_id", models.CharField(blank=True, max_length=100, verbose_name="Kolada-id")),
                ("position", models.PositiveIntegerField(default=0, verbose_name="ordning")),
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
                        related_name="indicators",
                        to="goals.goal",
                        verbose_name="mål",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="indicators",
                        to="goals.plan",
                        verbose_name="plan",
                    ),
                ),
                (
                    "predecessor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="successors",
                        to="indicators.indicator",
                        verbose_name="föregångare",
                    ),
                ),
            ],
            options={
                "verbose_name": "indikator",
                "verbose_name_plural": "indikatorer",
                "ordering": ["plan", "position", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("plan", "key"), name="indicator_key_in_plan"),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["indicator", "key_figure", "volume"])),
                        name="indicator_kind_known",
                    ),
                    models.UniqueConstraint(fields=("plan", "id"), name="indicator_owned_by_plan"),
                    models.UniqueConstraint(fields=("committee", "id"), name="indicator_owned_by_committee"),
                    followup.core.constraints.SameOwner(
                        name="indicator_committee_of_plan", owner="committee", reference="plan"
                    ),
                    followup.core.constraints.SameOwner(name="indicator_goal_in_plan", owner="plan", reference="goal"),
                    followup.core.constraints.SameOwner(
                        name="indicator_predecessor_in_committee", owner="committee", reference="predecessor"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalTarget",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1900),
                            django.core.validators.MaxValueValidator(2200),
                        ],
                        verbose_name="år",
                    ),
                ),
                (
                    "sex",
                    models.CharField(
                        choices=[("total", "totalt"), ("women", "kvinnor"), ("men", "män")],
                        default="total",
                        max_length=10,
                        verbose_name="kön",
                    ),
                ),
                ("submeasure", models.CharField(blank=True, max_length=300, verbose_name="delmått")),
                (
                    "value",
                    models.DecimalField(blank=True, decimal_places=10, max_digits=25, null=True, verbose_name="värde"),
                ),
                (
                    "value_high",
                    models.DecimalField(
                        blank=True, decimal_places=10, max_digits=25, null=True, verbose_name="övre värde"
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=2000, verbose_name="text")),
                (
                    "measured_against",
                    models.CharField(
                        choices=[
                            ("value", "värde"),
                            ("change_percent", "förändring i procent mot föregående år"),
                            ("change", "förändring mot föregående år"),
                        ],
                        default="value",
                        max_length=20,
                        verbose_name="mäts mot",
                    ),
                ),
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
            ],
            options={
                "verbose_name": "historical målvärde",
                "verbose_name_plural": "historical målvärden",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMeasurement",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("period", models.CharField(max_length=20, verbose_name="period")),
                ("period_from", models.DateField(editable=False, verbose_name="från")),
                ("period_through", models.DateField(editable=False, verbose_name="till och med")),
                (
                    "sex",
                    models.CharField(
                        choices=[("total", "totalt"), ("women", "kvinnor"), ("men", "män")],
                        default="total",
                        max_length=10,
                        verbose_name="kön",
                    ),
                ),
                ("submeasure", models.CharField(blank=True, max_length=300, verbose_name="delmått")),
                (
                    "value",
                    models.DecimalField(blank=True, decimal_places=10, max_digits=25, null=True, verbose_name="värde"),
                ),
                ("words", models.CharField(blank=True, max_length=2000, verbose_name="text")),
                (
                    "numerator",
                    models.DecimalField(
                        blank=True, decimal_places=10, max_digits=25, null=True, verbose_name="täljare"
                    ),
                ),
                (
                    "denominator",
                    models.DecimalField(
                        blank=True, decimal_places=10, max_digits=25, null=True, verbose_name="nämnare"
                    ),
                ),
                (
                    "missing_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not_yet", "ej mätt ännu"),
                            ("non_response", "bortfall"),
                            ("not_applicable", "ej tillämpligt"),
                            ("suppressed", "sekretess"),
                        ],
                        max_length=20,
                        verbose_name="saknas",
                    ),
                ),
                ("is_preliminary", models.BooleanField(default=False, verbose_name="preliminär")),
                ("remark", models.TextField(blank=True, verbose_name="anmärkning")),
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
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="goals.plan",
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
            ],
            options={
                "verbose_name": "historical utfall",
                "verbose_name_plural": "historical utfall",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalIndicator",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("key", models.CharField(max_length=200, verbose_name="id")),
                ("group", models.CharField(blank=True, max_length=500, verbose_name="grupp")),
                ("number", models.CharField(blank=True, max_length=100, verbose_name="nr")),
                ("name", models.CharField(max_length=2000, verbose_name="namn")),
                ("description", models.TextField(blank=True, verbose_name="beskrivning")),
                (
                    "kind",
                    models.CharField(
                        choices=[("indicator", "indikator"), ("key_figure", "nyckeltal"), ("volume", "volymmått")],
                        default="indicator",
                        max_length=20,
                        verbose_name="typ",
                    ),
                ),
                ("unit_of_measure", models.CharField(blank=True, max_length=100, verbose_name="måttenhet")),
                (
                    "decimals",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(6, "Ange högst 6 decimaler.")],
                        verbose_name="decimaler",
                    ),
                ),
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
                (
                    "frequency",
                    models.CharField(
                        blank=True,
                        choices=[("month", "månad"), ("quarter", "kvartal"), ("tertial", "tertial"), ("year", "år")],
                        max_length=20,
                        verbose_name="frekvens",
                    ),
                ),
                ("is_sex_disaggregated", models.BooleanField(default=False, verbose_name="könsuppdelad")),
                ("is_assessed", models.BooleanField(default=False, verbose_name="bedöms")),
                ("source", models.TextField(blank=True, verbose_name="källa")),
                ("footnote", models.TextField(blank=True, verbose_name="fotnot")),
                ("responsible", models.JSONField(blank=True, default=list, verbose_name="ansvarig")),
                ("kolada_id", models.CharField(blank=True, max_length=100, verbose_name="Kolada-id")),
                ("position", models.PositiveIntegerField(default=0, verbose_name="ordning")),
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
                    "predecessor",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="indicators.indicator",
                        verbose_name="föregångare",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical indikator",
                "verbose_name_plural": "historical indikatorer",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="IndicatorUnit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField(default=0, verbose_name="ordning")),
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
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="indicator_units",
                        to="indicators.indicator",
                        verbose_name="indikator",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="indicator_units",
                        to="core.unit",
                        verbose_name="enhet",
                    ),
                ),
            ],
            options={
                "verbose_name": "enhet som mäter",
                "verbose_name_plural": "enheter som mäter",
                "ordering": ["indicator", "position", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("indicator", "position"), name="indicator_unit_in_its_place"),
                    followup.core.constraints.SameOwner(
                        name="indicator_unit_indicator_in_committee", owner="committee", reference="indicator"
                    ),
                    followup.core.constraints.SameOwner(
                        name="indicator_unit_unit_in_committee", owner="committee", reference="unit"
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="indicator",
            name="units",
            field=models.ManyToManyField(
                blank=True,
                related_name="indicators",
                through="indicators.IndicatorUnit",
                to="core.unit",
                verbose_name="enheter som mäter",
            ),
        ),
        migrations.CreateModel(
            name="Measurement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("period", models.CharField(max_length=20, verbose_name="period")),
                ("period_from", models.DateField(editable=False, verbose_name="från")),
                ("period_through", models.DateField(editable=False, verbose_name="till och med")),
                (
                    "sex",
                    models.CharField(
                        choices=[("total", "totalt"), ("women", "kvinnor"), ("men", "män")],
                        default="total",
                        max_length=10,
                        verbose_name="kön",
                    ),
                ),
                ("submeasure", models.CharField(blank=True, max_length=300, verbose_name="delmått")),
                (
                    "value",
                    models.DecimalField(blank=True, decimal_places=10, max_digits=25, null=True, verbose_name="värde"),
                ),
                ("words", models.CharField(blank=True, max_length=2000, verbose_name="text")),
                (
                    "numerator",
                    models.DecimalField(
                        blank=True, decimal_places=10, max_digits=25, null=True, verbose_name="täljare"
                    ),
                ),
                (
                    "denominator",
                    models.DecimalField(
                        blank=True, decimal_places=10, max_digits=25, null=True, verbose_name="nämnare"
                    ),
                ),
                (
                    "missing_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not_yet", "ej mätt ännu"),
                            ("non_response", "bortfall"),
                            ("not_applicable", "ej tillämpligt"),
                            ("suppressed", "sekretess"),
                        ],
                        max_length=20,
                        verbose_name="saknas",
                    ),
                ),
                ("is_preliminary", models.BooleanField(default=False, verbose_name="preliminär")),
                ("remark", models.TextField(blank=True, verbose_name="anmärkning")),
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
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="measurements",
                        to="indicators.indicator",
                        verbose_name="indikator",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="measurements",
                        to="goals.plan",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.unit",
                        verbose_name="enhet",
                    ),
                ),
            ],
            options={
                "verbose_name": "utfall",
                "verbose_name_plural": "utfall",
                "ordering": ["indicator", "period_from", "period_through", "submeasure", "sex", "pk"],
                "indexes": [models.Index(fields=["plan", "period_from"], name="measurement_by_plan")],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("indicator"),
                        models.F("period"),
                        django.db.models.functions.comparison.Coalesce("unit", 0),
                        models.F("sex"),
                        models.F("submeasure"),
                        name="measurement_once",
                        violation_error_message="Det finns redan ett utfall för samma period, enhet, kön och delmått.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("missing_reason", ""),
                                models.Q(
                                    ("value__isnull", False), models.Q(("words", ""), _negated=True), _connector="OR"
                                ),
                            ),
                            models.Q(
                                models.Q(("missing_reason", ""), _negated=True), ("value__isnull", True), ("words", "")
                            ),
                            _connector="OR",
                        ),
                        name="measurement_value_or_reason",
                        violation_error_message="Ange ett värde, en text eller varför värdet saknas.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("period_through__gte", models.F("period_from"))),
                        name="measurement_period_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sex__in", ["total", "women", "men"])), name="measurement_sex_known"
                    ),
                    followup.core.constraints.SameOwner(
                        name="measurement_committee_of_plan", owner="committee", reference="plan"
                    ),
                    followup.core.constraints.SameOwner(
                        name="measurement_indicator_in_plan", owner="plan", reference="indicator"
                    ),
                    followup.core.constraints.SameOwner(
                        name="measurement_unit_in_committee", owner="committee", reference="unit"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Target",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1900),
                            django.core.validators.MaxValueValidator(2200),
                        ],
                        verbose_name="år",
                    ),
                ),
                (
                    "sex",
                    models.CharField(
                        choices=[("total", "totalt"), ("women", "kvinnor"), ("men", "män")],
                        default="total",
                        max_length=10,
                        verbose_name="kön",
                    ),
                ),
                ("submeasure", models.CharField(blank=True, max_length=300, verbose_name="delmått")),
                (
                    "value",
                    models.DecimalField(blank=True, decimal_places=10, max_digits=25, null=True, verbose_name="värde"),
                ),
                (
                    "value_high",
                    models.DecimalField(
                        blank=True, decimal_places=10, max_digits=25, null=True, verbose_name="övre värde"
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=2000, verbose_name="text")),
                (
                    "measured_against",
                    models.CharField(
                        choices=[
                            ("value", "värde"),
                            ("change_percent", "förändring i procent mot föregående år"),
                            ("change", "förändring mot föregående år"),
                        ],
                        default="value",
                        max_length=20,
                        verbose_name="mäts mot",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="targets",
                        to="goals.goal",
                        verbose_name="mål",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="targets",
                        to="indicators.indicator",
                        verbose_name="indikator",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="targets",
                        to="goals.plan",
                        verbose_name="plan",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.unit",
                        verbose_name="enhet",
                    ),
                ),
            ],
            options={
                "verbose_name": "målvärde",
                "verbose_name_plural": "målvärden",
                "ordering": ["plan", "year", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("goal__isnull", True), ("indicator__isnull", False)),
                            models.Q(("goal__isnull", False), ("indicator__isnull", True)),
                            _connector="OR",
                        ),
                        name="target_of_one",
                        violation_error_message="Ange antingen en indikator eller ett mål.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("value__isnull", False), models.Q(("words", ""), _negated=True), _connector="OR"
                        ),
                        name="target_says_something",
                        violation_error_message="Ange ett värde eller en text.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("value_high__isnull", True), ("value_high__gte", models.F("value")), _connector="OR"
                        ),
                        name="target_range_in_order",
                        violation_error_message="Det övre värdet kan inte vara lägre än värdet.",
                    ),
                    models.UniqueConstraint(
                        models.F("indicator"),
                        models.F("year"),
                        django.db.models.functions.comparison.Coalesce("unit", 0),
                        models.F("sex"),
                        models.F("submeasure"),
                        condition=models.Q(("indicator__isnull", False)),
                        name="target_once_per_indicator",
                        violation_error_message="Det finns redan ett målvärde för samma år, enhet, kön och delmått.",
                    ),
                    models.UniqueConstraint(
                        models.F("goal"),
                        models.F("year"),
                        django.db.models.functions.comparison.Coalesce("unit", 0),
                        models.F("sex"),
                        models.F("submeasure"),
                        condition=models.Q(("goal__isnull", False)),
                        name="target_once_per_goal",
                        violation_error_message="Det finns redan ett målvärde för samma år, enhet, kön och delmått.",
                    ),
                    followup.core.constraints.SameOwner(
                        name="target_committee_of_plan", owner="committee", reference="plan"
                    ),
                    followup.core.constraints.SameOwner(
                        name="target_indicator_in_plan", owner="plan", reference="indicator"
                    ),
                    followup.core.constraints.SameOwner(name="target_goal_in_plan", owner="plan", reference="goal"),
                    followup.core.constraints.SameOwner(
                        name="target_unit_in_committee", owner="committee", reference="unit"
                    ),
                ],
            },
        ),
    ]
