"""Who may do what: one table of roles and capabilities, asked in both directions.

`may(user, capability, committee, unit)` answers for one place; `committees_where(user, capability)` and
`units_where(user, capability)` answer where. A superuser may everything. Nobody else may anything that does not stand
here.
"""

from collections.abc import Iterable
from enum import StrEnum

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from followup.core.choices import Role
from followup.core.models import AuditEvent, Committee, Membership, Unit, User
from followup.core.querysets import UnitQuerySet
from followup.core.statements import Given, GivenDay, Instances


class CommandLine:
    """Whoever runs `manage.py`: may everything, is nobody in the database, and is named so in the audit."""

    is_active = True
    is_superuser = True
    is_staff = False
    is_authenticated = True
    pk = None

    def __str__(self) -> str:
        return _("kommandoraden")


COMMAND_LINE = CommandLine()

AnyUser = User | AnonymousUser | CommandLine


def person(by: AnyUser) -> User | None:
    """The user row to point at, or None for the command line (and for nobody)."""
    return by if isinstance(by, User) else None


class Capability(StrEnum):
    READ_INTERNAL = "read_internal"
    REPORT = "report"
    APPROVE = "approve"
    FOLLOW_ROUND = "follow_round"
    CONTROL_ROUND = "control_round"
    EDIT_PLAN = "edit_plan"
    EDIT_REPORT = "edit_report"
    PUBLISH = "publish"
    ADMINISTER = "administer"
    READ_AUDIT = "read_audit"


_CONTROLLER = frozenset(
    {
        Capability.READ_INTERNAL,
        Capability.REPORT,
        Capability.APPROVE,
        Capability.FOLLOW_ROUND,
        Capability.CONTROL_ROUND,
        Capability.EDIT_PLAN,
        Capability.EDIT_REPORT,
        Capability.PUBLISH,
        Capability.READ_AUDIT,
    }
)

CAPABILITIES: dict[str, frozenset[Capability]] = {
    Role.READER: frozenset({Capability.READ_INTERNAL}),
    Role.REPORTER: frozenset({Capability.READ_INTERNAL, Capability.REPORT}),
    Role.APPROVER: frozenset(
        {Capability.READ_INTERNAL, Capability.APPROVE, Capability.FOLLOW_ROUND, Capability.READ_AUDIT}
    ),
    Role.CONTROLLER: _CONTROLLER,
    Role.ADMINISTRATOR: _CONTROLLER | {Capability.ADMINISTER},
    Role.AUDITOR: frozenset({Capability.READ_INTERNAL, Capability.FOLLOW_ROUND, Capability.READ_AUDIT}),
}


def roles_with(capability: Capability) -> list[str]:
    return [role for role, capabilities in CAPABILITIES.items() if capability in capabilities]


def memberships_of(user: AnyUser) -> tuple[Membership, ...]:
    """The user's memberships that count today: one query per user object, so one a request.

    Empty for nobody and the inactive. The only place where a role is asked for its days.
    """
    if not isinstance(user, User) or not user.is_active:
        return ()
    if not hasattr(user, "_memberships_read"):
        user._memberships_read = tuple(_ROLES.answers(user=user.pk, day=timezone.localdate()))
    return user._memberships_read


# Asked at every request of somebody signed in.
_ROLES = Instances(lambda: Membership.objects.filter(user=Given("user")).valid_on(GivenDay("day")).order_by("pk"))


def may(user: AnyUser, capability: Capability, committee: Committee, unit: Unit | None = None) -> bool:
    """Whether the user has the capability in the committee: for all its units, or at least for `unit`."""
    if user.is_active and user.is_superuser:
        return True
    return any(
        membership.committee_id == committee.pk
        and capability in CAPABILITIES[membership.role]
        and (membership.unit_id is None or (unit is not None and membership.unit_id == unit.pk))
        for membership in memberships_of(user)
    )


def may_in(user: AnyUser, capability: Capability, committee: Committee) -> bool:
    """Whether the user has the capability in the committee, be it for one unit only."""
    if user.is_active and user.is_superuser:
        return True
    return any(
        membership.committee_id == committee.pk and capability in CAPABILITIES[membership.role]
        for membership in memberships_of(user)
    )


def may_somewhere(user: AnyUser, capability: Capability) -> bool:
    """Whether the user has the capability in any committee or unit."""
    if user.is_active and user.is_superuser:
        return True
    return any(capability in CAPABILITIES[membership.role] for membership in memberships_of(user))


def may_in_a_whole_committee(user: AnyUser, capability: Capability) -> bool:
    """Whether the user has the capability for all units of any committee."""
    if user.is_active and user.is_superuser:
        return True
    return any(
        membership.unit_id is None and capability in CAPABILITIES[membership.role]
        for membership in memberships_of(user)
    )


def committees_where(user: AnyUser, capability: Capability, *, in_any_unit: bool = False) -> QuerySet[Committee]:
    """The committees where the user has the capability for all units (or, `in_any_unit`, for at least one)."""
    if user.is_active and user.is_superuser:
        return Committee.objects.all()
    ids = {
        membership.committee_id
        for membership in memberships_of(user)
        if capability in CAPABILITIES[membership.role] and (in_any_unit or membership.unit_id is None)
    }
    return Committee.objects.filter(pk__in=ids)


def events_for(user: AnyUser) -> QuerySet[AuditEvent]:
    """The events of the committees whose audit trail the user reads; a superuser's are those of no committee too."""
    if user.is_active and user.is_superuser:
        return AuditEvent.objects.all()
    return AuditEvent.objects.filter(committee__in=committees_where(user, Capability.READ_AUDIT))


def units_where(user: AnyUser, capability: Capability) -> UnitQuerySet:
    """The units for which the user has the capability, through a role for the unit or for its whole committee."""
    if user.is_active and user.is_superuser:
        return Unit.objects.all()
    return _units_of(item for item in memberships_of(user) if capability in CAPABILITIES[item.role])


def units_to_lend(user: AnyUser) -> UnitQuerySet:
    """The units for which the user may let somebody else report.

    A role that ends itself gives no such right, so that nobody can prolong their own.
    """
    if user.is_active and user.is_superuser:
        return Unit.objects.all()
    lasting = [
        item
        for item in memberships_of(user)
        if item.valid_through is None and Capability.REPORT in CAPABILITIES[item.role]
    ]
    return _units_of(lasting)


def _units_of(memberships: Iterable[Membership]) -> UnitQuerySet:
    items = tuple(memberships)
    return Unit.objects.filter(
        Q(committee_id__in={item.committee_id for item in items if item.unit_id is None})
        | Q(pk__in={item.unit_id for item in items if item.unit_id is not None})
    )
