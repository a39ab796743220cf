"""Writing a plan and the levels of its goals."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from followup.core.access import AnyUser, Capability, may
from followup.core.commands.bulk import Saved, claim, clean_texts, save_rows
from followup.core.commands.removal import delete_rows
from followup.core.commands.row_audit import record_deleted, record_saved
from followup.core.faults import NotAllowed
from followup.core.models import Committee
from followup.core.slugs import free_name, slug_of
from goals.models import Level, Plan


@transaction.atomic
def save_plan(*, plan: Plan, by: AnyUser, seen: str | None = None) -> Plan:
    """Save a new or changed plan; a new one gets its address from the title. The title is its own in the committee.

    `seen` is the `fingerprint` of the plan that the person had before them. Raises NotAllowed, ValidationError,
    RowChanged.
    """
    committee = Committee.objects.select_for_update().get(pk=plan.committee_id)
    if not may(by, Capability.EDIT_PLAN, committee):
        raise NotAllowed
    others = Plan.objects.filter(committee=committee).exclude(pk=plan.pk).values_list("title", "slug")
    if any(title == plan.title for title, _slug in others):
        raise ValidationError({"title": _("Nämnden har redan en plan med den titeln.")})
    if not plan.slug:
        plan.slug = free_name(slug_of(plan.title, 76), [slug for _title, slug in others])
    clean_texts([plan], "introduction")
    kept = {} if seen is None or plan.pk is None else {plan.pk: seen}
    saved = save_rows(rows=[plan], by=by, seen=kept)
    record_saved(owner=plan, committee=committee, saved=saved, by=by)
    return plan


@transaction.atomic
def save_levels(*, plan: Plan, levels: Sequence[Level], by: AnyUser) -> Saved[Level]:
    """Save levels of the plan. Raises NotAllowed, RowsRefused, RowsGone."""
    current = plan_to_edit(plan, by)
    claim(levels, "plan", current)
    saved = save_rows(rows=levels, by=by)
    record_saved(owner=current, committee=current.committee, saved=saved, by=by)
    return saved


@transaction.atomic
def delete_levels(*, plan: Plan, levels: Sequence[Level], by: AnyUser) -> None:
    """Delete levels that no goal is on. Raises NotAllowed, RowsHeld, RowsGone."""
    current = plan_to_edit(plan, by)
    claim(levels, "plan", current)
    record_deleted(owner=current, committee=current.committee, rows=levels, by=by)
    delete_rows(rows=levels, by=by)


def plan_to_edit(plan: Plan, by: AnyUser, capability: Capability = Capability.EDIT_PLAN) -> Plan:
    """The plan as it stands, locked, so that those who write in it wait for each other.

    One query. Raises NotAllowed.
    """
    current = Plan.objects.select_for_update(of=("self",)).select_related("committee").get(pk=plan.pk)
    if not may(by, capability, current.committee):
        raise NotAllowed
    return current
