"""Loading the demo: the committees in `fixtures/`, accounts for each role, the finished round's report published."""

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from followup.core.access import COMMAND_LINE
from followup.core.models import Committee, Membership, User
from reports.choices import Audience, RoundState
from reports.commands.plan_book import PlanExists, load_plan
from reports.commands.publishing import publish
from reports.demo.accounts import DEMO_ACCOUNTS, DEMO_PASSWORD, Account
from reports.models import Publication, Report


def fixture_files() -> list[Path]:
    return sorted((settings.BASE_DIR / "fixtures").glob("*.toml"))


def load_demo() -> Iterator[str]:
    """Load what is not there yet, and say what was done, line by line. What has been entered is left alone."""
    for path in fixture_files():
        sheets = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
        try:
            loaded = load_plan(sheets=sheets, by=COMMAND_LINE)
        except PlanExists as existing:
            yield _("%(plan)s: finns redan") % {"plan": existing.plan.title}
            continue
        yield _("%(plan)s, %(committee)s: inläst") % {"plan": loaded.plan.title, "committee": loaded.plan.committee}
        for report in loaded.reports:
            yield from _publish_if_finished(report)
    for account in DEMO_ACCOUNTS:
        _ensure(account)


def _publish_if_finished(report: Report) -> Iterator[str]:
    finished = report.round is None or report.round.state == RoundState.CLOSED
    if finished and not Publication.objects.filter(report=report).exists():
        publish(report=report, audience=Audience.PUBLIC, change_note="", accept_warnings=True, by=COMMAND_LINE)
        yield _("%(report)s: publicerad") % {"report": report.title}


def _ensure(account: Account) -> None:
    user, created = User.objects.get_or_create(
        username=account.username,
        defaults={
            "first_name": account.name.split(" ", 1)[0],
            "last_name": account.name.split(" ", 1)[1],
            "is_superuser": account.committee_slug is None,
            "is_staff": account.committee_slug is None,
        },
    )
    if not created:
        return
    user.set_password(DEMO_PASSWORD)
    user.save(update_fields=["password"])
    if account.committee_slug is not None:
        committee = Committee.objects.get(slug=account.committee_slug)
        unit = committee.units.get(code=account.unit_code) if account.unit_code else None
        Membership.objects.create(user=user, committee=committee, unit=unit, role=account.role)
