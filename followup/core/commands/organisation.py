"""The organisation that a plan presupposes: its municipality and committee, and the units that answer."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from followup.core.access import AnyUser, Capability, may
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.commands.bulk import Saved, claim
from followup.core.commands.removal import delete_rows
from followup.core.commands.row_audit import record_deleted, record_saved
from followup.core.commands.trees import save_tree
from followup.core.faults import CommandRefused, NotAllowed
from followup.core.models import Committee, Municipality, Unit
from followup.core.reserved import RESERVED_SLUGS
from followup.core.slugs import free_name, slug_of


@transaction.atomic
def place_committee(
    *, municipality: str, code: str | None, committee: str, short_name: str | None, by: AnyUser
) -> Committee:
    """The committee of that name in the municipality of that name; made where it is new, which only a superuser may.

    `code` (four digits) fills an empty one and must agree with one that is there; None and "" say nothing of it.
    `short_name` None leaves what is there. Raises NotAllowed, CommandRefused, ValidationError.
    """
    found = Municipality.objects.filter(name=municipality).first()
    existing = Committee.objects.filter(municipality=found, name=committee).first() if found else None
    may_make = by.is_active and by.is_superuser
    if not (may_make or (existing is not None and may(by, Capability.EDIT_PLAN, existing))):
        raise NotAllowed
    if code and (found is None or not found.code):
        _refuse_code_of_another(code, municipality)
    if found is None:
        found = Municipality(name=municipality, code=code or None)
        _write(found, None, by)
    elif code and code != found.code:
        if found.code:
            raise CommandRefused(
                _("%(municipality)s har kommunkoden %(there)s, inte %(given)s.")
                % {"municipality": municipality, "there": found.code, "given": code}
            )
        found.code = code
        _write(found, existing, by)
    if existing is None:
        taken = Committee.objects.values_list("slug", flat=True)
        existing = Committee(
            municipality=found,
            name=committee,
            short_name=short_name or "",
            slug=free_name(slug_of(f"{municipality} {committee}", 76), {*taken, *RESERVED_SLUGS}),
        )
        _write(existing, existing, by)
    elif short_name is not None and short_name != existing.short_name:
        existing.short_name = short_name
        _write(existing, existing, by)
    return existing


def _refuse_code_of_another(code: str, municipality: str) -> None:
    there = Municipality.objects.filter(code=code).first()
    if there is not None:
        raise CommandRefused(
            _("kommunkoden %(code)s är %(there)s, inte %(given)s. Rätta koden, eller skriv kommunens namn som där.")
            % {"code": code, "there": there.name, "given": municipality}
        )


def _write(row: Municipality | Committee, committee: Committee | None, by: AnyUser) -> None:
    is_new = row._state.adding
    row.full_clean()
    row.save()
    action = AuditAction.CREATED if is_new else AuditAction.CHANGED
    record(action=action, subject=row, committee=committee, by=by)


@transaction.atomic
def save_units(*, committee: Committee, units: Sequence[Unit], by: AnyUser) -> Saved[Unit]:
    """Save units; a unit above may be new itself. Raises NotAllowed, RowsRefused, RowsGone."""
    current = _locked(committee, by)
    claim(units, "committee", current)
    saved = save_tree(rows=units, there=current.units.all(), by=by)
    record_saved(owner=current, committee=current, saved=saved, by=by)
    return saved


@transaction.atomic
def delete_units(*, committee: Committee, units: Sequence[Unit], by: AnyUser) -> None:
    """Delete units that nothing hangs on, roles included. Raises NotAllowed, RowsHeld, RowsGone."""
    current = _locked(committee, by)
    claim(units, "committee", current)
    record_deleted(owner=current, committee=current, rows=units, by=by)
    delete_rows(rows=units, by=by, held_by={"memberships"})


def _locked(committee: Committee, by: AnyUser) -> Committee:
    current = Committee.objects.select_for_update(of=("self",)).select_related("municipality").get(pk=committee.pk)
    if not may(by, Capability.EDIT_PLAN, current):
        raise NotAllowed
    return current
