"""The rows of the open data's tables, from a document that was sealed."""

import json
from decimal import Decimal

from reports.open_data.tables import JUDGEMENTS, OUTCOMES, judgements_in, outcomes_in
from reports.render.data import render_json
from tests.render.example import example_document

STATUS = {"mark": "achieved", "word": "Uppnått"}
INDICATOR = {
    "kind": "indicator",
    "key": "i1",
    "number": "1.1",
    "name": "Andel nöjda",
    "above": "m1",
    "area": "1 Trygghet",
    "statuses": [{"by": "AFI", "status": STATUS}, {"by": "", "status": STATUS}],
    "unit_of_measure": "procent",
    "desired_direction": "higher",
    "targets": [
        {
            "year": 2017, "series": "", "words": "minst 80 %", "unit": "", "submeasure": "", "sex": "total",
            "value": 80, "value_high": None, "measured_against": "total",
        }
    ],
    "outcomes": [
        {
            "period": "2017", "period_through": "2017-12-31", "series": "", "unit": "AFI", "submeasure": "",
            "sex": "women", "value": Decimal("78.25"), "words": "78,3", "is_preliminary": True,
        },
        {
            "period": "2017", "period_through": "2017-12-31", "series": "", "unit": "", "submeasure": "",
            "sex": "men", "value": None, "words": "..", "is_preliminary": False,
        },
    ],
}  # fmt: skip


def document(*standing):
    data = json.loads(render_json(example_document()))
    return data | {"standing": list(standing)}


def rows(table, found):
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in found]


def test_a_row_for_each_judgement_with_where_it_stands():
    first, second = rows(JUDGEMENTS, judgements_in(document(INDICATOR)))
    assert (first["municipality"], first["version"]) == ("Ålunda kommun", 2)
    assert first["report"] == "delarsrapport-augusti-2017"
    assert (first["kind"], first["key"], first["goal"], first["area"]) == ("indicator", "i1", "m1", "1 Trygghet")
    assert (first["by"], first["status"], first["status_words"]) == ("AFI", "achieved", "Uppnått")
    assert second["by"] == ""


def test_a_row_for_each_outcome_and_each_target():
    women, men, target = rows(OUTCOMES, outcomes_in(document(INDICATOR)))
    assert (women["what"], women["unit"], women["sex"], women["value"]) == ("outcome", "AFI", "women", Decimal("78.25"))
    assert women["is_preliminary"] is True
    assert (men["value"], men["words"]) == (None, "..")
    assert (target["what"], target["period"], target["value"], target["words"]) == ("target", "2017", 80, "minst 80 %")
    assert (target["unit_of_measure"], target["desired_direction"]) == ("procent", "higher")


def test_a_document_from_before_there_were_outcomes_has_its_targets_in_words():
    old = {name: INDICATOR[name] for name in ("kind", "key", "number", "name", "statuses")}
    old["targets"] = [{"year": 2017, "series": "", "words": "minst 80 %"}]
    (target,) = rows(OUTCOMES, outcomes_in(document(old)))
    assert (target["words"], target["value"], target["unit_of_measure"]) == ("minst 80 %", None, "")
    assert len(list(judgements_in(document(old)))) == 2


def test_a_document_without_a_standing_has_no_rows():
    data = document()
    del data["standing"]
    assert list(judgements_in(data)) == []
    assert list(outcomes_in(data)) == []
