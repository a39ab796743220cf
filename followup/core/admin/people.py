"""People and their roles."""

from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.access import AnyUser, Capability, committees_where
from followup.core.admin.base import RecordAdmin, RecordForm, RecordInline
from followup.core.admin.counts import count_column
from followup.core.admin.scope import ScopedFilter
from followup.core.admin_groups import AdminGroup
from followup.core.audit import record
from followup.core.choices import AuditAction, RoleOrigin
from followup.core.counting import count_of
from followup.core.forms.exact_user import ExactUserField
from followup.core.models import Membership, User

admin.site.unregister(Group)


class PersonForm(RecordForm, UserChangeForm):
    pass


class NewPersonForm(RecordForm, AdminUserCreationForm):
    pass


class MembershipInline(RecordInline):
    model = Membership
    related = ("user", "committee__municipality", "unit")
    fields = (("committee", "unit", "role"), ("valid_from", "valid_through"))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Those given by hand: the others would come back, or go, at the person's next sign-in."""
        return super().get_queryset(request).filter(origin=RoleOrigin.BY_HAND)


@admin.register(User)
class UserAdmin(RecordAdmin, DjangoUserAdmin):
    """A superuser's to change. A committee's administrator sees the people who have a role there."""

    group = AdminGroup.PEOPLE
    explains = gettext_lazy(
        "Konton att logga in med. Vad en person får göra står i rollerna. Den som har slutat får kontot avslutat eller "
        "uppgifterna raderade, med listans åtgärder."
    )
    form = PersonForm
    add_form = NewPersonForm
    inlines = (MembershipInline,)
    list_display: Any = (
        "username",
        "name",
        "email",
        "is_active",
        count_column("membership_count", Membership, "user"),
    )
    list_filter: ClassVar[Any] = ("is_active", "is_staff", "is_superuser")
    search_fields = ("username", "first_name", "last_name", "email")
    ordering = ("last_name", "first_name", "username", "pk")
    filter_horizontal = ()
    readonly_fields = ("last_login", "date_joined")
    _details = (gettext_lazy("Personuppgifter"), {"fields": ("first_name", "last_name", "email")})
    _visits = (gettext_lazy("Inloggning"), {"fields": ("last_login", "date_joined")})
    fieldsets: ClassVar[Any] = (
        (None, {"fields": ("username", "password")}),
        _details,
        (gettext_lazy("Behörighet"), {"fields": ("is_active", "is_staff", "is_superuser")}),
        _visits,
    )
    add_fieldsets = ((None, {"fields": ("username", "usable_password", "password1", "password2")}), _details)

    @admin.display(description=gettext_lazy("namn"), ordering="last_name")
    def name(self, user: User) -> str:
        return user.get_full_name()

    def in_scope(self, queryset: QuerySet[Any], user: AnyUser) -> QuerySet[Any]:
        if user.is_superuser:
            return queryset
        mine = Membership.objects.filter(committee__in=committees_where(user, Capability.ADMINISTER))
        return queryset.filter(pk__in=mine.values("user"))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        mine = Membership.objects.all()
        if not request.user.is_superuser:
            mine = mine.filter(committee__in=committees_where(request.user, Capability.ADMINISTER))
        return super().get_queryset(request).annotate(membership_count=count_of(mine, "user"))

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        if request.user.is_superuser:
            return super().get_fieldsets(request, obj)
        return ((None, {"fields": ("username", "is_active")}), self._details, self._visits)

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """Of a new person the roles come after the name and the password."""
        return self.inlines if obj is not None else ()

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.is_superuser

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.is_superuser

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What somebody has done points at their row, so it stays, erased or not."""
        return False

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        raise PermissionDenied(
            _(
                "Personer tas inte bort. Välj personen i listan över användare och åtgärden ”Avsluta valda konton” "
                "eller ”Radera valda personers uppgifter”."
            )
        )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Nobody shuts themselves out."""
        readonly = super().get_readonly_fields(request, obj)
        return (*readonly, "is_active", "is_staff", "is_superuser") if obj == request.user else readonly

    @transaction.atomic
    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:  # noqa: A002 (Django's own name)
        response = super().user_change_password(request, id, form_url)
        person = self.get_object(request, id)
        if request.method == "POST" and response.status_code == 302 and person is not None:
            record(
                action=AuditAction.CHANGED,
                subject=person,
                committee=None,
                by=request.user,
                details={"fält": "password"},
            )
        return response


class ValidityFilter(admin.SimpleListFilter):
    """The roles that count today, those that will, and those that have ended."""

    title = gettext_lazy("om rollen gäller")
    parameter_name = "galler"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("nu", _("Gäller i dag")), ("sedan", _("Börjar senare")), ("slut", _("Har gått ut"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        today = timezone.localdate()
        match self.value():
            case "nu":
                return queryset.filter(pk__in=Membership.objects.valid_on(today))
            case "sedan":
                return queryset.filter(valid_from__gt=today)
            case "slut":
                return queryset.filter(valid_through__lt=today)
        return queryset


@admin.register(Membership)
class MembershipAdmin(RecordAdmin):
    """Roles. Only a superuser chooses among all people; others name the person exactly."""

    group = AdminGroup.PEOPLE
    explains = gettext_lazy("Vad en person får göra, i en hel nämnd eller en enhet, tills vidare eller vissa dagar.")
    fixed = ("user", "committee")
    related = ("user", "committee__municipality", "unit")
    list_display = ("user", "role", "committee", "unit", "valid_from", "valid_through", "origin")
    list_filter = (ValidityFilter, "role", "origin", ("committee", ScopedFilter))
    search_fields = ("user__username", "user__first_name", "user__last_name", "=user__email", "committee__name")
    fields = ("user", "committee", "unit", "role", ("valid_from", "valid_through"))

    def _may(self, request: HttpRequest, obj: Any) -> bool:
        """What a group gives is changed in the group."""
        return super()._may(request, obj) and (obj is None or obj.origin == RoleOrigin.BY_HAND)

    def get_autocomplete_fields(self, request: HttpRequest) -> list[str]:
        names = super().get_autocomplete_fields(request)
        return names if request.user.is_superuser else [name for name in names if name != "user"]

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "user" and not request.user.is_superuser:
            return ExactUserField(
                label=capfirst(db_field.verbose_name),
                help_text=_("Personens hela användarnamn eller e-postadress. Kontot läggs upp av systemförvaltaren."),
            )
        return super().formfield_for_dbfield(db_field, request, **kwargs)
