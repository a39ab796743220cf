"""Builders of rows for tests: everything has a sensible default, and every default can be overridden by keyword."""

import re
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from html import unescape
from itertools import count, cycle
from pathlib import Path
from uuid import uuid4

from django.utils import timezone

from followup.accounts.models import Invitation
from followup.core.files.keeping import put
from followup.core.files.keys import key_of, the_storage
from followup.core.models import Committee, Membership, Municipality, MunicipalityLogo, Unit, User
from followup.core.periods import parse_period
from goals.models import Assignment, Goal, GoalUnit, Level, Plan
from indicators.models import Indicator, IndicatorUnit, Measurement, Target
from reports.models import (
    Assessment,
    Attachment,
    AttachmentFile,
    DataTable,
    DataTableRow,
    Job,
    ReaderQuestion,
    Reminder,
    Report,
    Round,
    Section,
    Subscription,
)

_serial = count(1)
_codes = cycle(range(2600, 10_000))
"""Higher than any that a municipality has, and as many as no test needs at once."""


def a_municipality(**overrides):
    values = {"name": f"Kommun {next(_serial)}", "code": str(next(_codes))} | overrides
    return Municipality.objects.create(**values)


def a_logo(municipality, image):
    """`image` is a checked one."""
    values = {name: getattr(image, name) for name in ("content", "content_type", "width", "height", "sha256")}
    return MunicipalityLogo.objects.update_or_create(municipality=municipality, defaults=values)[0]


def a_stored_file(content=b""):
    """The fields of a row with a file, which is in the storage."""
    digest = sha256(content).hexdigest()
    put(the_storage(), digest, content)
    return {"sha256": digest, "size": len(content)}


def spoil_file(sha256, content=b"annat"):
    """Other bytes in the file's place, or none, as by a broken disk. Whoever keeps the file again mends it."""
    path = Path(the_storage().path(key_of(sha256)))
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)


def a_committee(**overrides):
    number = next(_serial)
    overrides.setdefault("municipality", None)
    municipality = overrides.pop("municipality") or a_municipality()
    values = {"name": f"Nämnd {number}", "slug": f"namnd-{number}"} | overrides
    return Committee.objects.create(municipality=municipality, **values)


def a_unit(committee, code, **overrides):
    position = committee.units.count() + 1
    return Unit.objects.create(
        **{"committee": committee, "code": code, "name": f"Enheten {code}", "position": position} | overrides
    )


def a_user(username, **overrides):
    return User.objects.create_user(
        **{"username": username, "password": "ett-langt-losenord", "first_name": username.title()} | overrides
    )


def a_member(username, role, committee, unit=None, **overrides):
    user = a_user(username, **overrides)
    Membership.objects.create(user=user, committee=committee, unit=unit, role=role)
    return user


def an_invitation(committee, **overrides):
    now = timezone.now()
    values = {"email": "nils@kommun.example", "role": "reader", "token_hash": f"sum-{next(_serial)}"}
    days = {"invited_at": now, "expires_at": now + timedelta(days=7)}
    return Invitation.objects.create(committee=committee, **values | days | overrides)


def a_substitution(unit, user, **overrides):
    values = {"valid_from": date(2017, 9, 1), "valid_through": date(2200, 12, 31)} | overrides
    return Membership.objects.create(user=user, committee=unit.committee, unit=unit, role="reporter", **values)


def a_plan(committee, **overrides):
    number = next(_serial)
    values = {"title": "Verksamhetsplan 2017", "slug": f"plan-{number}", "year_from": 2017, "year_through": 2017}
    return Plan.objects.create(committee=committee, **values | overrides)


def a_level(plan, **overrides):
    return Level.objects.create(
        plan=plan, **{"name": "Mål", "position": plan.levels.count() + 1, "assessed_by": "both"} | overrides
    )


def a_goal(plan, *, units=(), **overrides):
    number = plan.goals.count() + 1
    level = overrides.pop("level", None) or plan.levels.first() or a_level(plan)
    goal = Goal.objects.create(
        plan=plan,
        level=level,
        **{"key": f"m{number}", "number": str(number), "name": f"Mål nummer {number}", "position": number} | overrides,
    )
    for position, unit in enumerate(units, start=1):
        GoalUnit.objects.create(goal=goal, unit=unit, position=position)
    return goal


def an_indicator(goal, *, units=(), **overrides):
    plan = overrides.pop("plan", None) or goal.plan
    number = plan.indicators.count() + 1
    indicator = Indicator.objects.create(
        plan=plan, goal=goal, **{"key": f"i{number}", "name": f"Indikator {number}", "position": number} | overrides
    )
    for position, unit in enumerate(units, start=1):
        IndicatorUnit.objects.create(indicator=indicator, unit=unit, position=position)
    return indicator


def an_assignment(plan, **overrides):
    number = plan.assignments.count() + 1
    return Assignment.objects.create(
        plan=plan, **{"key": f"u{number}", "name": f"Uppdrag {number}", "kind": "assignment"} | overrides
    )


def a_target(indicator, **overrides):
    return Target.objects.create(plan=indicator.plan, indicator=indicator, **{"year": 2017, "value": 80} | overrides)


def a_measurement(indicator, period="2017", **overrides):
    parsed = parse_period(period)
    values = {"period": parsed.code, "period_from": parsed.first, "period_through": parsed.last}
    if not {"value", "words", "missing_reason"} & set(overrides):
        values["value"] = 80
    return Measurement.objects.create(indicator=indicator, **values | overrides)


def a_round(plan, **overrides):
    number = next(_serial)
    values = {
        "key": f"r{number}",
        "title": "Delårsuppföljning per 31 augusti 2017",
        "kind": "interim",
        "as_of": date(2017, 8, 31),
        "opens_on": date(2017, 8, 21),
        "deadline": date(2017, 9, 8),
        "state": "open",
    }
    return Round.objects.create(plan=plan, **values | overrides)


def an_assessment(round, goal, unit=None, **overrides):
    return Assessment.objects.create(round=round, goal=goal, unit=unit, **overrides)


def a_reminder(round, **overrides):
    values = {"key": uuid4(), "subject": "Påminnelse", "text": "Hej!\n\n{kvar}", "units": "AFI"} | overrides
    return Reminder.objects.create(round=round, **values)


def a_report(round, **overrides):
    number = next(_serial)
    values = {
        "key": f"rapport-{number}",
        "slug": f"rapport-{number}",
        "template": "interim",
        "title": "Uppföljning av mål 2017",
        "as_of": round.as_of,
    }
    return Report.objects.create(plan=round.plan, round=round, **values | overrides)


def an_attached_file(report, **overrides):
    """A PDF attached to the report, and a section that shows it where there is none."""
    if not report.sections.filter(kind="attachments").exists():
        a_section(report, title="Bilagor", kind="attachments")
    attachment = Attachment.objects.create(report=report, title="Plan", position=report.attachments.count() + 1)
    content = overrides.pop("content", b"%PDF-1.7 %%EOF")
    values = {"name": "plan.pdf", "content_type": "application/pdf"} | a_stored_file(content)
    return AttachmentFile.objects.create(attachment=attachment, **values | overrides)


def a_data_table(report, *rows, **overrides):
    """Rows are given as kind, label and cells: `("row", "Lokaler", "12", "10")`."""
    number = report.tables.count() + 1
    values = {"key": f"tabell-{number}", "title": f"Tabell {number}", "position": number}
    table = DataTable.objects.create(report=report, **values | overrides)
    DataTableRow.objects.bulk_create(
        DataTableRow(table=table, position=position, kind=kind, label=label, cells=list(cells))
        for position, (kind, label, *cells) in enumerate(rows, start=1)
    )
    return table


def a_section(report, **overrides):
    position = report.sections.count() + 1
    return Section.objects.create(
        report=report, **{"title": f"Avsnitt {position}", "position": position, "kind": "text"} | overrides
    )


def a_reader_question(publication, **overrides):
    values = {
        "anchor": "avsnitt-avsnitt-1",
        "row_title": "Avsnitt 1",
        "text": "Varför växer köerna?",
        "asked_by_name": "Rut",
        "asked_at": datetime(2026, 11, 26, 9, 0, tzinfo=UTC),
    }
    return ReaderQuestion.objects.create(publication=publication, **values | overrides)


def a_job(report, **overrides):
    """A publication that waits for a worker."""
    values = {
        "kind": "publication",
        "key": uuid4(),
        "asked_at": datetime(2026, 11, 26, 9, 0, tzinfo=UTC),
        "asked_by_name": "Cecilia",
    }
    if overrides.get("kind", "publication") == "publication":
        values |= {"version": 1, "audience": "public"}
    return Job.objects.create(report=report, **values | overrides)


def a_subscription(committee, **overrides):
    """A reader's, confirmed."""
    moment = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
    values = {"site": "https://uppfoljning.example", "asked_at": moment, "confirmed_at": moment}
    if "user" not in overrides:
        values["address"] = f"lasare{next(_serial)}@exempel.se"
    return Subscription.objects.create(committee=committee, **values | overrides)


def said_in(html):
    """The words of a page as they are read, with those of what was removed and added in their places."""
    words = re.sub(r'<span class="visually-hidden">[^<]*</span>', "", html)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", words)).split())
