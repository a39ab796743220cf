"""The parts I korthet and Sedan förra rapporten as sheets."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reports.build.document import Action, ReportDocument, Trouble
from reports.render.xlsx_cells import Sheet, Value
from reports.render.xlsx_tables import table_sheet


def brief_sheets(document: ReportDocument) -> Iterator[Sheet]:
    """A row for each goal that is not going well; what is counted stands with the facts of the report."""
    brief = document.in_brief
    if brief is None:
        return
    rows: list[tuple[Value, ...]] = [_trouble(each) for each in brief.troubles]
    if brief.left_out:
        words = ngettext("… och %(count)d till", "… och %(count)d till", brief.left_out) % {"count": brief.left_out}
        rows.append(("", words, "", "", ""))
    yield Sheet(
        title=_("I korthet"),
        headings=(_("Nr"), _("Mål eller indikator"), _("Bedömning"), _("Orsak"), _("Åtgärd")),
        widths=(8, 48, 32, 64, 64),
        rows=tuple(rows),
    )


def since_sheets(document: ReportDocument) -> Iterator[Sheet]:
    """First what is compared with and what has changed, in sentences; then a sheet for each kind of change."""
    part = document.since_last
    if part is None:
        return
    told = [part.text, *(each.text for each in part.tables if each.text)]
    yield Sheet(
        title=part.title, headings=(part.title,), widths=(120,), rows=tuple((each,) for each in told), filtered=False
    )
    yield from (table_sheet(each.table, each.title) for each in part.tables)


def _trouble(trouble: Trouble) -> tuple[Value, ...]:
    judged = [f"{each.by}: {each.status.word}" if each.by else each.status.word for each in trouble.judgements]
    reasons = [f"{each.by}: {each.text}" if each.by else each.text for each in trouble.reasons]
    return (
        trouble.number,
        trouble.name,
        "\n".join(judged),
        "\n".join(reasons),
        "\n".join(_action(each) for each in trouble.actions),
    )


def _action(action: Action) -> str:
    text = f"{action.by}: {action.text}" if action.by else action.text
    return _("%(action)s Klart senast: %(due)s.") % {"action": text, "due": action.due} if action.due else text
