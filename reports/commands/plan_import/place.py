"""Where a book belongs: its committee and, if it is there already, its plan."""

from dataclasses import replace

from django.core.exceptions import ValidationError
from django.db import connection
from django.utils.translation import gettext as _

from followup.core.access import AnyUser
from followup.core.commands.organisation import place_committee
from followup.core.faults import CommandRefused, NotAllowed
from followup.core.models import Committee
from goals.models import Plan
from reports.commands.plan_import.faults import refused
from reports.plan_book.book import BookFault, BookRow, KnownIds
from reports.plan_book.stored import StoredPlan, stored_ids, stored_options, stored_plan, stored_units


def committee_for(row: BookRow, by: AnyUser) -> Committee:
    """The committee of the sheet Plan, made where it is new and the person may. Raises BookFault, NotAllowed."""
    try:
        return place_committee(
            municipality=row.text("Kommun"),
            code=row.text("Kommunkod") or None,
            committee=row.text("Nämnd"),
            short_name=row.text("Kortnamn") if row.has("Kortnamn") else None,
            by=by,
        )
    except NotAllowed:
        message = _("du får inte läsa in planer för nämnden. En ny nämnd läggs upp av en administratör.")
        raise BookFault((f"{row.cell('Nämnd')}: {message}",)) from None
    except CommandRefused as refusal:
        raise BookFault((f"{row.cell('Kommunkod')}: {refusal}",)) from refusal
    except ValidationError as error:
        raise refused(row, error) from error


def plan_named(committee: Committee, row: BookRow) -> Plan | None:
    """The committee's plan with the title of the sheet Plan. One query."""
    plans = Plan.objects.filter(committee=committee, title=row.text("Plan"))
    return plans.select_related("committee__municipality").first()


def committee_named(row: BookRow) -> Committee | None:
    """The committee of the sheet Plan, if it is there already. One query; locked inside a transaction."""
    found = Committee.objects.filter(municipality__name=row.text("Kommun"), name=row.text("Nämnd"))
    if connection.in_atomic_block:
        found = found.select_for_update(of=("self",))
    return found.select_related("municipality").first()


def what_is_there(committee: Committee | None, plan: Plan | None) -> StoredPlan:
    """The stored plan, or only the committee's units, or nothing."""
    if plan is not None:
        return stored_plan(plan)
    return stored_units(committee) if committee is not None else StoredPlan({})


def known_ids(row: BookRow) -> KnownIds:
    """What a book with this sheet Plan may refer to without holding it."""
    committee = committee_named(row)
    if committee is None:
        return KnownIds()
    plan = plan_named(committee, row)
    known = stored_ids(committee, plan)
    return replace(known, options=stored_options(plan)) if plan is not None else known
