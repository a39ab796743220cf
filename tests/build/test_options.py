"""A section's options as they are stored become what the blocks ask for."""

import pytest

from reports.build.options import SectionOptions, Shown, parsed


def test_nothing_asked_for_is_nothing():
    assert parsed({}) == SectionOptions()


def test_every_option_is_read():
    options = parsed(
        {
            "mål": ("A", "B"),
            "nivåer": ("Nämndmål",),
            "typ": ("nyckeltal", "Volymmått"),
            "indikatorer": ("i1",),
            "enheter": ("AFI",),
            "perioder": ("2022t2", "2021"),
            "tabell": ("drift",),
            "kolumner": ("1", "4"),
            "rubriker": ("", "Utfall"),
            "visa": ("bedömning", "Kommentarer"),
            "ordning": ("mål", "indikatorer"),
        }
    )
    assert options == SectionOptions(
        goals=("A", "B"),
        levels=("nämndmål",),
        kinds=("key_figure", "volume"),
        indicators=("i1",),
        units=("AFI",),
        periods=("2022T2", "2021"),
        table="drift",
        columns=(1, 4),
        headings=("", "Utfall"),
        parts=frozenset({Shown.STATUS, Shown.COMMENTS}),
        goals_first=True,
    )


@pytest.mark.parametrize("key", ["perioder", "kolumner", "typ", "visa"])
def test_what_cannot_be_understood_is_left_out(key):
    assert parsed({key: ("obegripligt", "")}) == SectionOptions()


def test_all_parts_are_shown_unless_some_are_picked():
    assert all(SectionOptions().shows(part) for part in Shown)
    picked = parsed({"visa": ("kommentarer",)})
    assert [part for part in Shown if picked.shows(part)] == [Shown.COMMENTS]


def test_an_empty_heading_leaves_the_column_its_own_and_does_not_name_it():
    options = parsed({"rubriker": ("", "Utfall")})
    assert [options.heading(place, "Egen") for place in range(3)] == ["Egen", "Utfall", "Egen"]
    assert [options.names_column(place) for place in range(3)] == [False, True, False]


def test_only_goals_first_changes_the_order():
    assert not parsed({"ordning": ("indikatorer", "mål")}).goals_first
