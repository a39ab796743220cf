"""The order of a plan's assignments and activities: a new one last, two neighbours that change places."""

from django.db import transaction
from django.utils.translation import gettext as _

from followup.core.access import AnyUser
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.commands.bulk import update_rows
from followup.core.commands.keys import give_keys
from followup.core.commands.order import exchanged
from followup.core.faults import CommandRefused
from goals.commands.assignments import save_assignments
from goals.commands.plans import plan_to_edit
from goals.models import Assignment, Plan


@transaction.atomic
def add_assignment(*, plan: Plan, assignment: Assignment, by: AnyUser) -> Assignment:
    """Save a new assignment last in the plan, with an Id after its name. Raises NotAllowed, RowsRefused."""
    current = plan_to_edit(plan, by)
    taken = list(current.assignments.values_list("key", "position"))
    give_keys([assignment], [key for key, _position in taken])
    assignment.position = max((position for _key, position in taken), default=0) + 1
    save_assignments(plan=current, assignments=[assignment], by=by)
    return assignment


@transaction.atomic
def change_places(*, assignment: Assignment, neighbour: Assignment, by: AnyUser) -> None:
    """Let two assignments of a plan change places; the whole plan's are numbered. Raises NotAllowed, CommandRefused."""
    plan = plan_to_edit(assignment.plan, by)
    try:
        moved = exchanged(list(plan.assignments.order_by("position", "pk")), assignment, neighbour)
    except ValueError as error:
        raise CommandRefused(_("Uppdraget eller aktiviteten har tagits bort av någon annan under tiden.")) from error
    for each in moved:
        each.plan = plan
    update_rows(rows=moved, fields=["position"], by=by)
    details = {"ändring": _("flyttade uppdraget")}
    record(action=AuditAction.CHANGED, subject=assignment, committee=plan.committee, by=by, details=details)
