"""The memo that carried Kalmar's tertial report to its committee: its facts, in words written for the demo.

The published document has it in front of the report, as the demo's report has. Here it is what goes with the agenda.
"""

from datetime import date

from followup.core.access import COMMAND_LINE
from reports.commands.official_memo import MemoText, write_memo
from reports.models import Report

MEMOS = {
    ("kalmar-socialnamnden", "tertial-2022-08"): MemoText(
        heading="Tjänsteskrivelse – Tertialrapport efter augusti 2022",
        recipient="Socialnämnden",
        dated=date(2022, 9, 15),
        registry_number="SN 2021/0248.03.01",
        case_officer="Administrativ chef",
        proposed_decision="<p>Tertialrapporten efter augusti 2022 godkänns.</p>",
        background=(
            "<p>Verksamhetsplanen för året följs upp varje kvartal. I rapporten står bland annat vad som har hänt, hur "
            "ekonomin ser ut att sluta, hur det är ställt med personalen, i vilken mån målen nås och vad den interna "
            "kontrollen har visat.</p><p>Kalmar kommunkoncern gör dessutom ett delårsbokslut efter augusti.</p>"
        ),
        financial_consequences=(
            "<p>Nämnden väntas gå med 12,7 mnkr i underskott, vilket är 1,1 mnkr mer än prognosen i juni.</p>"
        ),
    ),
}
"""By the committee's address and the report's Id in the book."""


def write_memo_of(report: Report) -> bool:
    """Whether the report has one."""
    text = MEMOS.get((report.committee.slug, report.key))
    if text is not None:
        write_memo(report=report, text=text, version=0, by=COMMAND_LINE)
    return text is not None
