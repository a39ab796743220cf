"""The order of a plan's assignments and activities: a new one last, two neighbours that change places."""

from django.db import transaction
from django.utils.translation import gettext as _

from followup.core.access import AnyUser
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.commands.bulk import update_rows
from followup.core.commands.keys import give_keys
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
    in_order = list(plan.assignments.order_by("position", "pk"))
    keys = [each.pk for each in in_order]
    if assignment.pk not in keys or neighbour.pk not in keys:
        raise CommandRefused(_("Uppdraget eller aktiviteten har tagits bort av någon annan under tiden."))
    one, other = keys.index(assignment.pk), keys.index(neighbour.pk)
    in_order[one], in_order[other] = in_order[other], in_order[one]
    renumbered = []
    for position, each in enumerate(in_order, start=1):
        if each.position != position:
            each.position = position
            each.plan = plan
            renumbered.append(each)
    update_rows(rows=renumbered, fields=["position"], by=by)
    details = {"ändring": _("flyttade uppdraget")}
    record(action=AuditAction.CHANGED, subject=assignment, committee=plan.committee, by=by, details=details)
