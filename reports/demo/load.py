"""Loading the demo: the committees in `fixtures/`, accounts for each role, reports begun and published, a memo."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from followup.core.access import COMMAND_LINE
from followup.core.models import Committee, Membership, User
from goals.models import Plan
from reports.choices import Audience, RoundState
from reports.commands.new_report import create_report
from reports.commands.plan_import import BookFile, import_plan
from reports.commands.publishing import publish
from reports.demo.accounts import DEMO_ACCOUNTS, DEMO_PASSWORD, Account
from reports.demo.adjusted_targets import adjust_targets
from reports.demo.memos import write_memo_of
from reports.models import Publication, Report
from reports.plan_book.book import BookRow
from reports.plan_book.reading import fixture_books, read_fixture

FIXTURES = settings.BASE_DIR / "fixtures"


def load_demo() -> Iterator[str]:
    """Load what is not there yet, and say what was done, line by line. What has been entered is left alone."""
    for path in fixture_books(FIXTURES):
        yield from _load(path)
    for account in DEMO_ACCOUNTS:
        _ensure(account)


def load_plan(path: Path) -> Plan:
    """A committee's plan from its book, with what changed afterwards and the reports of open rounds begun."""
    plan = import_plan(book=read_fixture(path), by=COMMAND_LINE, file=BookFile(path.name, _digest(path))).plan
    adjust_targets(plan)
    for round in plan.rounds.filter(state=RoundState.OPEN, reports=None):
        create_report(round=round, by=COMMAND_LINE)
    return plan


def _load(path: Path) -> Iterator[str]:
    """The oldest report is published first, for a later one tells what has happened since."""
    row = read_fixture(path).plan
    if _exists(row):
        yield _("%(plan)s: finns redan") % {"plan": row.text("Plan")}
        return
    plan = load_plan(path)
    yield _("%(plan)s, %(committee)s: inläst") % {"plan": plan.title, "committee": plan.committee}
    reports = Report.objects.filter(plan=plan).select_related("plan", "committee__municipality", "round")
    for report in reports.order_by("as_of", "-pk"):
        if write_memo_of(report):
            yield _("%(report)s: tjänsteskrivelse skriven") % {"report": report.title}
        yield from _publish_if_finished(report)


def _exists(row: BookRow) -> bool:
    return Plan.objects.filter(
        title=row.text("Plan"),
        committee__name=row.text("Nämnd"),
        committee__municipality__name=row.text("Kommun"),
    ).exists()


def _digest(path: Path) -> str:
    """Of a file's bytes, or of all the files of a folder in order of name."""
    files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


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
            "email": f"{account.username}@example.com",
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
