"""Making the roles that come from groups equal to what the groups say."""

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from followup.accounts.commands.roles import begin_role, role_held
from followup.accounts.models import GroupRole
from followup.core.audit import record
from followup.core.choices import AuditAction, RoleOrigin
from followup.core.models import User


class Provider(AnonymousUser):
    """The OpenID provider, which gives and takes roles by its groups; it is nobody in the database."""

    def __str__(self) -> str:
        return _("inloggningstjänsten")


PROVIDER = Provider()


def give_any_role(groups: frozenset[str]) -> bool:
    return GroupRole.objects.filter(group__in=groups).exists()


@transaction.atomic
def follow_groups(*, user: User, groups: frozenset[str]) -> None:
    """Give the roles of the groups and take those that no group gives any longer. Roles given by hand stay.

    A role that the person has by hand already is not given twice; one by hand that has ended makes way.
    """
    User.objects.select_for_update().get(pk=user.pk)
    wanted: dict[tuple[int, int | None, str], GroupRole] = {}
    for row in GroupRole.objects.filter(group__in=groups).select_related("committee", "unit").order_by("pk"):
        wanted.setdefault((row.committee_id, row.unit_id, row.role), row)
    for item in user.memberships.filter(origin=RoleOrigin.GROUP).select_related("committee", "user"):
        if wanted.pop((item.committee_id, item.unit_id, item.role), None) is None:
            record(action=AuditAction.DELETED, subject=item, committee=item.committee, by=PROVIDER)
            item.delete()
    today = timezone.localdate()
    for row in wanted.values():
        if role_held(user, row, today) is None:
            begin_role(
                user=user,
                offer=row,
                origin=RoleOrigin.GROUP,
                today=today,
                by=PROVIDER,
                details={"grupp": row.group},
            )
