"""A section's options as fields: what each kind asks for, and that nothing that stood there is lost."""

import pytest
from django.http import QueryDict

from reports.forms.section import SectionForm
from reports.forms.section_kinds import KINDS
from tests.builders import a_report, a_section

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(world):
    return a_report(world.round)


def sent(form, **changes):
    """The form's data as a browser sends it, with some fields changed."""
    data = QueryDict(mutable=True)
    for name in form.fields:
        value = form[name].value()
        if name == "options" and not isinstance(value, str):
            value = form.fields["options"].prepare_value(value or {})
        if name == "option_headings" and isinstance(value, list):
            value = "\n".join(value)
        if value is True:
            value = "on"
        if value not in (None, False, "", []):
            data.setlist(name, value if isinstance(value, list) else [value])
    data["content_markup"] = "text"
    for name, value in changes.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return data


def again(form, report, **changes):
    bound = SectionForm(sent(form, **changes), report=report)
    assert bound.is_valid(), bound.errors
    return bound.values()["options"]


@pytest.mark.parametrize("kind", [each.kind for each in KINDS])
def test_a_kind_asks_for_its_own_options_alone(report, kind):
    a_section(report)
    form = SectionForm.of(a_section(report, kind=kind))
    keys = next(each.options for each in KINDS if each.kind == kind)
    assert ("option_goals" in form.fields) == ("mål" in keys)
    assert ("option_headings" in form.fields) == ("rubriker" in keys)
    assert ("option_goals_first" in form.fields) == ("ordning" in keys)


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        (
            "goal_follow_up",
            {"mål": ["m3", "m1"], "visa": ["kommentarer", "bedömning"], "ordning": ["mål", "indikatorer"]},
        ),
        ("goal_follow_up", {"ordning": ["indikatorer", "mål"], "typ": ["Nyckeltal"]}),
        ("goal_table", {"rubriker": ["", "Mått", ""], "perioder": ["2019", "2016", "2017T2"], "enheter": ["IFO"]}),
        ("goal_overview", {"nivåer": ["nämndmål"], "tabell": ["drift"], "perioder": ["2017"]}),
        ("text", {"mål": ["m1"], "visa": ["uppdrag"]}),
    ],
)
def test_saving_what_is_shown_changes_nothing(report, world, kind, options):
    report.tables.create(key="drift", title="Drift")
    options = {
        key: [world.goals[0].level.name if each == "nämndmål" else each for each in items]
        for key, items in options.items()
    }
    form = SectionForm.of(a_section(report, kind=kind, options=options))
    assert again(form, report) == options


def test_choices_are_added_last_and_taken_away_with_the_others_left_in_their_order(report):
    form = SectionForm.of(a_section(report, kind="goal_table", options={"mål": ["m3", "m1"]}))
    assert again(form, report, option_goals=["m1", "m2", "m3"])["mål"] == ["m3", "m1", "m2"]
    assert again(form, report, option_goals=["m1"])["mål"] == ["m1"]
    assert "mål" not in again(form, report, option_goals=[])


def test_a_period_that_no_figure_has_can_be_written(report):
    form = SectionForm.of(a_section(report, kind="indicator_table", options={"perioder": ["2017"]}))
    assert again(form, report, option_other_periods="2030, 2031T1")["perioder"] == ["2017", "2030", "2031T1"]


def test_what_no_longer_exists_is_shown_and_told_at_its_field(report):
    form = SectionForm.of(a_section(report, kind="goal_table", options={"mål": ["m1", "m99"]}))
    assert ("m99", "m99 (finns inte)") in form.fields["option_goals"].choices
    bound = SectionForm(sent(form), report=report)
    assert set(bound.errors) == {"option_goals"}


def test_another_kind_shows_its_fields_and_keeps_what_only_the_first_took(report):
    options = {"mål": ["m1"], "visa": ["kommentarer"], "ordning": ["mål", "indikatorer"]}
    form = SectionForm.of(a_section(report, kind="goal_follow_up", options=options))
    redrawn = SectionForm(sent(form, kind="goal_overview", title="Ny"), report=report).redrawn()
    assert not redrawn.errors
    assert redrawn["title"].value() == "Ny"
    assert redrawn["option_goals"].value() == ["m1"]
    assert redrawn["options"].value() == "visa=kommentarer; ordning=mål,indikatorer"
    redrawn.data["kind"] = "goal_follow_up"
    back = SectionForm(redrawn.data, report=report).redrawn()
    assert again(back, report) == options


def test_the_columns_of_the_chosen_table_are_named(report):
    table = report.tables.create(key="drift", title="Drift")
    table.rows.create(position=1, kind="heading", label="Konto", cells=["Budget", "Utfall"])
    form = SectionForm.of(a_section(report, kind="data_table", options={"tabell": ["drift"], "kolumner": ["2", "1"]}))
    assert form.fields["option_columns"].choices == [("1", "1. Budget"), ("2", "2. Utfall")]
    assert again(form, report) == {"tabell": ["drift"], "kolumner": ["2", "1"]}


def test_a_key_that_a_field_shows_is_not_written_among_the_rest_too(report):
    form = SectionForm.of(a_section(report, kind="goal_table", options={"mål": ["m1"]}))
    bound = SectionForm(sent(form, options="mål=m2"), report=report)
    assert set(bound.errors) == {"options"}
