import django.contrib.auth.models
import django.contrib.auth.validators
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import followup.core.colour
import followup.core.constraints
import followup.core.reserved
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="Municipality",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "code",
                    models.CharField(
                        blank=True,
                        max_length=4,
                        null=True,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator("^\\d{4}$", "Ange fyra siffror, till exempel 0580.")
                        ],
                        verbose_name="kommunkod",
                    ),
                ),
                ("name", models.CharField(max_length=200, unique=True, verbose_name="namn")),
                (
                    "accent",
                    models.CharField(
                        default="#1f5a82",
                        help_text="Sex hexadecimala siffror efter #. Kontrasten mot sidornas ljusa bakgrund måste vara minst 4,5:1.",
                        max_length=7,
                        validators=[followup.core.colour.validate_accent],
                        verbose_name="accentfärg",
                    ),
                ),
                ("logo", models.ImageField(blank=True, upload_to="logotyper", verbose_name="logotyp")),
            ],
            options={
                "verbose_name": "kommun",
                "verbose_name_plural": "kommuner",
                "ordering": ["name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        unique=True,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                ("first_name", models.CharField(blank=True, max_length=150, verbose_name="first name")),
                ("last_name", models.CharField(blank=True, max_length=150, verbose_name="last name")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                ("date_joined", models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined")),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "användare",
                "verbose_name_plural": "användare",
                "ordering": ["last_name", "first_name", "username", "pk"],
            },
            managers=[
                ("objects", django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name="Committee",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=300, verbose_name="namn")),
                ("short_name", models.CharField(blank=True, max_length=100, verbose_name="kortnamn")),
                (
                    "slug",
                    models.SlugField(
                        help_text="Den del av webbadressen som pekar ut nämnden, till exempel linkoping-socialnamnden.",
                        max_length=80,
                        unique=True,
                        validators=[followup.core.reserved.validate_committee_slug],
                        verbose_name="adress",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="committees",
                        to="core.municipality",
                        verbose_name="kommun",
                    ),
                ),
            ],
            options={
                "verbose_name": "nämnd",
                "verbose_name_plural": "nämnder",
                "ordering": ["municipality__name", "name", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("municipality", "name"), name="committee_name_in_municipality")
                ],
            },
        ),
        migrations.CreateModel(
            name="PeriodLock",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("period_from", models.DateField(verbose_name="från")),
                ("period_through", models.DateField(verbose_name="till och med")),
                ("reason", models.CharField(max_length=300, verbose_name="skäl")),
                ("locked_at", models.DateTimeField(auto_now_add=True, verbose_name="låst")),
                ("unlocked_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="upplåst")),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="period_locks",
                        to="core.committee",
                        verbose_name="nämnd",
                    ),
                ),
                (
                    "locked_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="låst av",
                    ),
                ),
                (
                    "unlocked_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="upplåst av",
                    ),
                ),
            ],
            options={
                "verbose_name": "periodlås",
                "verbose_name_plural": "periodlås",
                "ordering": ["committee", "-period_from", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("period_through__gte", models.F("period_from"))),
                        name="period_lock_in_order",
                        violation_error_message="Till och med kan inte vara före från.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("unlocked_at__isnull", True), ("unlocked_by__isnull", True)),
                            models.Q(("unlocked_at__isnull", False), ("unlocked_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="period_lock_unlocked_paired",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Unit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=80, verbose_name="kod")),
                ("name", models.CharField(max_length=300, verbose_name="namn")),
                ("position", models.PositiveIntegerField(default=0, verbose_name="ordning")),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="units",
                        to="core.committee",
                        verbose_name="nämnd",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="core.unit",
                        verbose_name="överordnad",
                    ),
                ),
            ],
            options={
                "verbose_name": "enhet",
                "verbose_name_plural": "enheter",
                "ordering": ["committee", "position", "code", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("committee", "code"), name="unit_code_in_committee"),
                    models.CheckConstraint(
                        condition=models.Q(("parent", models.F("id")), _negated=True), name="unit_is_not_its_own_parent"
                    ),
                    models.UniqueConstraint(fields=("committee", "id"), name="unit_owned_by_committee"),
                    followup.core.constraints.SameOwner(
                        name="unit_parent_in_committee", owner="committee", reference="parent"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("reader", "läsare"),
                            ("reporter", "rapportör"),
                            ("approver", "godkännare"),
                            ("controller", "controller"),
                            ("administrator", "administratör"),
                        ],
                        max_length=20,
                        verbose_name="roll",
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to="core.committee",
                        verbose_name="nämnd",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="användare",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        help_text="Lämna tomt för alla nämndens enheter.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to="core.unit",
                        verbose_name="enhet",
                    ),
                ),
            ],
            options={
                "verbose_name": "roll",
                "verbose_name_plural": "roller",
                "ordering": ["committee", "role", "user", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("unit__isnull", False)),
                        fields=("user", "committee", "role", "unit"),
                        name="membership_once_per_unit",
                        violation_error_message="Personen har redan den rollen.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("unit__isnull", True)),
                        fields=("user", "committee", "role"),
                        name="membership_once_for_all_units",
                        violation_error_message="Personen har redan den rollen.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("role__in", ["reader", "reporter", "approver", "controller", "administrator"])
                        ),
                        name="membership_role_known",
                    ),
                    followup.core.constraints.SameOwner(
                        name="membership_unit_in_committee", owner="committee", reference="unit"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AuditEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="när")),
                ("actor_name", models.CharField(max_length=200, verbose_name="vem")),
                (
                    "action",
                    models.CharField(
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
                            ("published", "publicerade"),
                            ("disclosed", "öppnade för alla"),
                            ("signed_in", "loggade in"),
                        ],
                        max_length=20,
                        verbose_name="vad",
                    ),
                ),
                ("object_type", models.CharField(max_length=60, verbose_name="slag")),
                ("object_id", models.CharField(blank=True, max_length=40, verbose_name="id")),
                ("object_label", models.CharField(max_length=300, verbose_name="objekt")),
                ("details", models.JSONField(blank=True, default=dict, verbose_name="uppgifter")),
                (
                    "actor",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="användare",
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="core.committee",
                        verbose_name="nämnd",
                    ),
                ),
            ],
            options={
                "verbose_name": "händelse",
                "verbose_name_plural": "händelser",
                "ordering": ["-at", "-pk"],
                "indexes": [
                    models.Index(fields=["committee", "-at"], name="audit_by_committee"),
                    models.Index(fields=["object_type", "object_id"], name="audit_by_object"),
                ],
            },
        ),
    ]
