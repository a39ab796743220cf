"""The contradictions of numbers that the real documents have, which the demo keeps, are found; and nothing else."""

from datetime import date

import pytest

from followup.core.access import COMMAND_LINE
from reports.build.inspecting import inspect
from reports.checks import claims, columns, figures, told
from reports.checks.scope import scope_of
from reports.commands.plan_import import BookFile, import_plan
from reports.demo.load import FIXTURES
from reports.models import Report
from reports.plan_book.reading import read_fixture

NUMBERS = (claims.claims, columns.table_columns, figures.figures, told.told)

EXPECTED = {
    "degerfors-socialnamnden-2018.toml": [],
    "linkoping-omsorgsnamnden-2018.toml": [],
    "linkoping-social-och-omsorgsnamnden-2020.toml": [],
    "linkoping-socialnamnden-2017.toml": [],
    "kalmar-socialnamnden-2022": [
        (
            "prose_split",
            "Indikator SOC - Bedömning av behov med evidensbaserad metod, VO Vuxen",
            "Det står ”9 ASI uppföljningar (6 män, 1 kvinna)”, men 6 + 1 = 7.",
        ),
        (
            "prose_rounding",
            "Indikator SOC - Ökad kvalitet i boendestöd, VO Vuxen",
            "Det står ”1 498 avbokningar i T2 fördelade på 246 brukare, det vill säga 6,08 avbokningar/brukare”, men "
            "1 498 / 246 = 6,09.",
        ),
        (
            "prose_rounding",
            "Indikator SOC - Ökad kvalitet i boendestöd, VO Vuxen",
            "Det står ”61 brukare, 300 avbokningar = 4,91 avbokningar/brukare”, men 300 / 61 = 4,92.",
        ),
        (
            "prose_rounding",
            "Indikator SOC - Ökad kvalitet i boendestöd, VO Vuxen",
            "Det står ”45 brukare, 219 avbokningar (tom 12/7) = 4,86 avbokningar/brukare”, men 219 / 45 = 4,87.",
        ),
        (
            "sexes_sum",
            "Indikator SOC - Bedömning av behov med evidensbaserad metod",
            "ASI uppföljningar, mars–juli 2022: totalt 9, men kvinnor 1 + män 6 = 7.",
        ),
        (
            "prose_change",
            "Komplexa behov bland barn och unga",
            "Det står ”1 049 … Ett år tidigare stannade de vid 883, och uppgången är 16 %”, men (1 049 − 883) / 883 = "
            "19 %.",
        ),
        (
            "text_against_table",
            "Personalsammansättning",
            "Det står ”Medarbetarna är 23 fler”, men i tabellen ”Personalsammansättning” är det 1 032 − 1 012 = 20.",
        ),
    ],
}


@pytest.mark.parametrize("book", EXPECTED)
def test_what_the_numbers_of_a_real_document_do_not_agree_on(book, db):
    import_plan(book=read_fixture(FIXTURES / book), by=COMMAND_LINE, file=BookFile(book, ""))
    found = []
    for report in Report.objects.order_by("slug"):
        scope = scope_of(inspect(report, date(2022, 9, 20)))
        for find in NUMBERS:
            found += [
                (each.rule, each.where, each.message.replace("\xa0", " ").removeprefix(each.where)[2:])
                for each in find(scope)
            ]
    assert found == EXPECTED[book]
