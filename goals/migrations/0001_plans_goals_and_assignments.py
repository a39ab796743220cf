import django.core.validators
import django.db.models.deletion
import followup.core.constraints
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0001_organisation_people_and_audit"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Level",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, verbose_name="nivå")),
                ("plural", models.CharField(blank=True, max_length=200, verbose_name="plural")),
                ("position", models.PositiveIntegerField(verbose_name="ordning")),
                (
                    "assessed_by",
                    models.CharField(
                        choices=[
                            ("nobody", "ingen"),
                            ("committee", "nämnden"),
                            ("units", "enheterna"),
                            ("both", "båda"),
                        ],
                        default="both",
                        max_length=20,
                        verbose_name="bedöms av",
                    ),
                ),
            ],
            options={
                "verbose_name": "målnivå",
                "verbose_name_plural": "målnivåer",
                "ordering": ["plan", "position", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("assessed_by__in", ["nobody", "committee", "units", "both"])),
                        name="level_assessed_by_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Goal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=200, verbose_name="id")),
                ("label", models.CharField(blank=True, max_length=200, verbose_name="benämning")),
                ("number", models.CharField(blank=True, max_length=100, verbose_name="nr")),
                ("name", models.CharField(max_length=2000, verbose_name="namn")),
                ("description", models.TextField(blank=True, verbose_name="beskrivning")),
                ("responsible", models.JSONField(blank=True, default=list, verbose_name="ansvarig")),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1900),
                            django.core.validators.MaxValueValidator(2200),
                        ],
                        verbose_name="år",
                    ),
                ),
                ("position", models.PositiveIntegerField(default=0, verbose_name="ordning")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="avslutat")),
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
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="goals.goal",
                        verbose_name="överordnat mål",
                    ),
                ),
                (
                    "predecessor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="successors",
                        to="goals.goal",
                        verbose_name="föregångare",
                    ),
                ),
            ],
            options={
                "verbose_name": "mål",
                "verbose_name_plural": "mål",
                "ordering": ["plan", "position", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("parent", models.F("id")), _negated=True), name="goal_is_not_its_own_parent"
                    ),
                    models.UniqueConstraint(fields=("committee", "id"), name="goal_owned_by_committee"),
                    followup.core.constraints.SameOwner(
                        name="goal_predecessor_in_committee", owner="committee", reference="predecessor"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=200, verbose_name="id")),
                ("group", models.CharField(blank=True, max_length=500, verbose_name="grupp")),
                (
                    "kind",
                    models.CharField(
                        choices=[("assignment", "uppdrag"), ("activity", "aktivitet")],
                        max_length=20,
                        verbose_name="typ",
                    ),
                ),
                ("number", models.CharField(blank=True, max_length=100, verbose_name="nr")),
                ("name", models.CharField(max_length=2000, verbose_name="namn")),
                ("description", models.TextField(blank=True, verbose_name="beskrivning")),
                ("given_by", models.CharField(blank=True, max_length=1000, verbose_name="givet av")),
                ("together_with", models.JSONField(blank=True, default=list, verbose_name="tillsammans med")),
                ("responsible", models.JSONField(blank=True, default=list, verbose_name="ansvarig")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="klart senast")),
                ("due_words", models.CharField(blank=True, max_length=500, verbose_name="klart senast, i ord")),
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
                    "predecessor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="goals.assignment",
                        verbose_name="föregångare",
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="goals.goal",
                        verbose_name="mål",
                    ),
                ),
            ],
            options={
                "verbose_name": "uppdrag",
                "verbose_name_plural": "uppdrag och aktiviteter",
                "ordering": ["plan", "position", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["assignment", "activity"])), name="assignment_kind_known"
                    ),
                    models.UniqueConstraint(fields=("committee", "id"), name="assignment_owned_by_committee"),
                    followup.core.constraints.SameOwner(
                        name="assignment_predecessor_in_committee", owner="committee", reference="predecessor"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GoalContribution",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField(default=0, verbose_name="ordning")),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contributions",
                        to="goals.goal",
                        verbose_name="mål",
                    ),
                ),
                (
                    "target_goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contributions_received",
                        to="goals.goal",
                        verbose_name="bidrar till",
                    ),
                ),
            ],
            options={
                "verbose_name": "bidrag till mål",
                "verbose_name_plural": "bidrag till mål",
                "ordering": ["goal", "position", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("goal", "position"), name="goal_contribution_in_its_place"),
                    models.CheckConstraint(
                        condition=models.Q(("goal", models.F("target_goal")), _negated=True),
                        name="goal_does_not_contribute_to_itself",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="goal",
            name="contributes_to",
            field=models.ManyToManyField(
                blank=True,
                related_name="contributors",
                through="goals.GoalContribution",
                to="goals.goal",
                verbose_name="bidrar till",
            ),
        ),
        migrations.CreateModel(
            name="GoalUnit",
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
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="goal_units",
                        to="goals.goal",
                        verbose_name="mål",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="goal_units",
                        to="core.unit",
                        verbose_name="enhet",
                    ),
                ),
            ],
            options={
                "verbose_name": "enhet som svarar",
                "verbose_name_plural": "enheter som svarar",
                "ordering": ["goal", "position", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("goal", "position"), name="goal_unit_in_its_place"),
                    followup.core.constraints.SameOwner(
                        name="goal_unit_goal_in_committee", owner="committee", reference="goal"
                    ),
                    followup.core.constraints.SameOwner(
                        name="goal_unit_unit_in_committee", owner="committee", reference="unit"
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="goal",
            name="units",
            field=models.ManyToManyField(
                blank=True,
                related_name="goals",
                through="goals.GoalUnit",
                to="core.unit",
                verbose_name="enheter som svarar",
            ),
        ),
        migrations.AddField(
            model_name="goal",
            name="level",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="goals", to="goals.level", verbose_name="nivå"
            ),
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=500, verbose_name="titel")),
                ("slug", models.SlugField(max_length=80, verbose_name="adress")),
                (
                    "year_from",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1900),
                            django.core.validators.MaxValueValidator(2200),
                        ],
                        verbose_name="startår",
                    ),
                ),
                (
                    "year_through",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1900),
                            django.core.validators.MaxValueValidator(2200),
                        ],
                        verbose_name="slutår",
                    ),
                ),
                ("adopted_on", models.DateField(blank=True, null=True, verbose_name="antagen")),
                ("registry_number", models.CharField(blank=True, max_length=200, verbose_name="diarienummer")),
                ("introduction", models.TextField(blank=True, verbose_name="inledning")),
                ("word_achieved", models.CharField(blank=True, max_length=200, verbose_name="ord för uppnått")),
                ("word_partly_achieved", models.CharField(blank=True, max_length=200, verbose_name="ord för delvis")),
                ("word_not_achieved", models.CharField(blank=True, max_length=200, verbose_name="ord för ej")),
                ("word_not_assessable", models.CharField(blank=True, max_length=200, verbose_name="ord för ej bedömt")),
                (
                    "word_overall_view",
                    models.CharField(blank=True, max_length=200, verbose_name="ord för samlad bedömning"),
                ),
                ("word_cause", models.CharField(blank=True, max_length=200, verbose_name="ord för orsak")),
                ("word_measure", models.CharField(blank=True, max_length=200, verbose_name="ord för åtgärd")),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
                        to="core.committee",
                        verbose_name="nämnd",
                    ),
                ),
                (
                    "predecessor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="goals.plan",
                        verbose_name="föregående plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "plan",
                "verbose_name_plural": "planer",
                "ordering": ["committee", "-year_from", "title", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("committee", "slug"), name="plan_slug_in_committee"),
                    models.CheckConstraint(
                        condition=models.Q(("year_through__gte", models.F("year_from"))),
                        name="plan_years_in_order",
                        violation_error_message="Slutåret kan inte vara före startåret.",
                    ),
                    models.UniqueConstraint(fields=("committee", "id"), name="plan_owned_by_committee"),
                    followup.core.constraints.SameOwner(
                        name="plan_predecessor_in_committee", owner="committee", reference="predecessor"
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="level",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="levels", to="goals.plan", verbose_name="plan"
            ),
        ),
        migrations.CreateModel(
            name="HistoricalPlan",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("title", models.CharField(max_length=500, verbose_name="titel")),
                ("slug", models.SlugField(max_length=80, verbose_name="adress")),
                (
                    "year_from",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1900),
                            django.core.validators.MaxValueValidator(2200),
                        ],
                        verbose_name="startår",
                    ),
                ),
                (
                    "year_through",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1900),
                            django.core.validators.MaxValueValidator(2200),
                        ],
                        verbose_name="slutår",
                    ),
                ),
                ("adopted_on", models.DateField(blank=True, null=True, verbose_name="antagen")),
                ("registry_number", models.CharField(blank=True, max_length=200, verbose_name="diarienummer")),
                ("introduction", models.TextField(blank=True, verbose_name="inledning")),
                ("word_achieved", models.CharField(blank=True, max_length=200, verbose_name="ord för uppnått")),
                ("word_partly_achieved", models.CharField(blank=True, max_length=200, verbose_name="ord för delvis")),
                ("word_not_achieved", models.CharField(blank=True, max_length=200, verbose_name="ord för ej")),
                ("word_not_assessable", models.CharField(blank=True, max_length=200, verbose_name="ord för ej bedömt")),
                (
                    "word_overall_view",
                    models.CharField(blank=True, max_length=200, verbose_name="ord för samlad bedömning"),
                ),
                ("word_cause", models.CharField(blank=True, max_length=200, verbose_name="ord för orsak")),
                ("word_measure", models.CharField(blank=True, max_length=200, verbose_name="ord för åtgärd")),
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
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="core.committee",
                        verbose_name="nämnd",
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
                    "predecessor",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="goals.plan",
                        verbose_name="föregående plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical plan",
                "verbose_name_plural": "historical planer",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalGoal",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("key", models.CharField(max_length=200, verbose_name="id")),
                ("label", models.CharField(blank=True, max_length=200, verbose_name="benämning")),
                ("number", models.CharField(blank=True, max_length=100, verbose_name="nr")),
                ("name", models.CharField(max_length=2000, verbose_name="namn")),
                ("description", models.TextField(blank=True, verbose_name="beskrivning")),
                ("responsible", models.JSONField(blank=True, default=list, verbose_name="ansvarig")),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1900),
                            django.core.validators.MaxValueValidator(2200),
                        ],
                        verbose_name="år",
                    ),
                ),
                ("position", models.PositiveIntegerField(default=0, verbose_name="ordning")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="avslutat")),
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
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="goals.goal",
                        verbose_name="överordnat mål",
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
                        to="goals.goal",
                        verbose_name="föregångare",
                    ),
                ),
                (
                    "level",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="goals.level",
                        verbose_name="nivå",
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
                "verbose_name": "historical mål",
                "verbose_name_plural": "historical mål",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAssignment",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("key", models.CharField(max_length=200, verbose_name="id")),
                ("group", models.CharField(blank=True, max_length=500, verbose_name="grupp")),
                (
                    "kind",
                    models.CharField(
                        choices=[("assignment", "uppdrag"), ("activity", "aktivitet")],
                        max_length=20,
                        verbose_name="typ",
                    ),
                ),
                ("number", models.CharField(blank=True, max_length=100, verbose_name="nr")),
                ("name", models.CharField(max_length=2000, verbose_name="namn")),
                ("description", models.TextField(blank=True, verbose_name="beskrivning")),
                ("given_by", models.CharField(blank=True, max_length=1000, verbose_name="givet av")),
                ("together_with", models.JSONField(blank=True, default=list, verbose_name="tillsammans med")),
                ("responsible", models.JSONField(blank=True, default=list, verbose_name="ansvarig")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="klart senast")),
                ("due_words", models.CharField(blank=True, max_length=500, verbose_name="klart senast, i ord")),
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
                    "predecessor",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="goals.assignment",
                        verbose_name="föregångare",
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
                "verbose_name": "historical uppdrag",
                "verbose_name_plural": "historical uppdrag och aktiviteter",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="goalcontribution",
            name="plan",
            field=models.ForeignKey(
                editable=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="goals.plan"
            ),
        ),
        migrations.AddField(
            model_name="goal",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="goals", to="goals.plan", verbose_name="plan"
            ),
        ),
        migrations.AddField(
            model_name="assignment",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="assignments",
                to="goals.plan",
                verbose_name="plan",
            ),
        ),
        migrations.AddConstraint(
            model_name="level",
            constraint=models.UniqueConstraint(fields=("plan", "name"), name="level_name_in_plan"),
        ),
        migrations.AddConstraint(
            model_name="level",
            constraint=models.UniqueConstraint(fields=("plan", "id"), name="level_owned_by_plan"),
        ),
        migrations.AddConstraint(
            model_name="goal",
            constraint=models.UniqueConstraint(fields=("plan", "key"), name="goal_key_in_plan"),
        ),
        migrations.AddConstraint(
            model_name="goal",
            constraint=models.UniqueConstraint(fields=("plan", "id"), name="goal_owned_by_plan"),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.UniqueConstraint(fields=("plan", "key"), name="assignment_key_in_plan"),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.UniqueConstraint(fields=("plan", "id"), name="assignment_owned_by_plan"),
        ),
        migrations.AddConstraint(
            model_name="goalcontribution",
            constraint=followup.core.constraints.SameOwner(
                name="goal_contribution_from_plan", owner="plan", reference="goal"
            ),
        ),
        migrations.AddConstraint(
            model_name="goalcontribution",
            constraint=followup.core.constraints.SameOwner(
                name="goal_contribution_within_plan", owner="plan", reference="target_goal"
            ),
        ),
        migrations.AddConstraint(
            model_name="goal",
            constraint=followup.core.constraints.SameOwner(
                name="goal_committee_of_plan", owner="committee", reference="plan"
            ),
        ),
        migrations.AddConstraint(
            model_name="goal",
            constraint=followup.core.constraints.SameOwner(
                name="goal_parent_in_plan", owner="plan", reference="parent"
            ),
        ),
        migrations.AddConstraint(
            model_name="goal",
            constraint=followup.core.constraints.SameOwner(name="goal_level_in_plan", owner="plan", reference="level"),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=followup.core.constraints.SameOwner(
                name="assignment_committee_of_plan", owner="committee", reference="plan"
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=followup.core.constraints.SameOwner(
                name="assignment_goal_in_plan", owner="plan", reference="goal"
            ),
        ),
    ]
