"""Sheets Indikatorer, Målvärden, Utfall, Uppdrag: how it is measured, and what is to be done."""

from followup.core.choices import Sex
from goals.models import Assignment
from indicators.choices import MeasuredAgainst
from indicators.models import Indicator, IndicatorUnit, Measurement, Target
from reports.commands.plan_book.rows import Sheets, rows_of
from reports.commands.plan_book.structure import Loaded
from reports.plan_book import words


def load_indicators(sheets: Sheets, loaded: Loaded) -> None:
    for position, row in enumerate(rows_of(sheets, "Indikatorer"), start=1):
        indicator = Indicator(
            plan=loaded.plan,
            goal=loaded.goal(row),
            key=row.required("Id"),
            group=row.text("Grupp"),
            number=row.text("Nr"),
            name=row.required("Namn"),
            description=row.rich("Beskrivning"),
            kind=row.choice("Typ", words.INDICATOR_KINDS),
            unit_of_measure=row.text("Måttenhet"),
            decimals=row.integer_or_none("Decimaler"),
            desired_direction=row.choice("Riktning", words.DIRECTIONS, default=""),
            frequency=row.choice("Frekvens", words.FREQUENCIES, default=""),
            is_sex_disaggregated=row.yes("Könsuppdelad"),
            is_assessed=row.yes("Bedöms"),
            source=row.text("Källa"),
            footnote=row.text("Fotnot"),
            responsible=row.words("Ansvarig"),
            kolada_id=row.text("Kolada-id"),
            position=position,
        )
        indicator.full_clean()
        indicator.save()
        for place, unit in enumerate(loaded.units_in(row), start=1):
            IndicatorUnit.objects.create(indicator=indicator, unit=unit, position=place)
        loaded.indicators[indicator.key] = indicator


def load_targets(sheets: Sheets, loaded: Loaded) -> None:
    for row in rows_of(sheets, "Målvärden"):
        target = Target(
            plan=loaded.plan,
            indicator=loaded.indicator(row),
            goal=loaded.goal(row),
            year=row.integer("År"),
            unit=loaded.unit(row),
            sex=row.choice("Kön", words.SEXES, default=Sex.TOTAL),
            submeasure=row.text("Delmått"),
            value=row.number_or_none("Värde"),
            value_high=row.number_or_none("Övre värde"),
            words=row.text("Text"),
            measured_against=row.choice("Mäts mot", words.MEASURED_AGAINST, default=MeasuredAgainst.VALUE),
        )
        target.full_clean()
        target.save()


def load_outcomes(sheets: Sheets, loaded: Loaded) -> None:
    for row in rows_of(sheets, "Utfall"):
        row.required("Indikator")
        measurement = Measurement(
            indicator=loaded.indicator(row),
            period=row.required("Period"),
            unit=loaded.unit(row),
            sex=row.choice("Kön", words.SEXES, default=Sex.TOTAL),
            submeasure=row.text("Delmått"),
            value=row.number_or_none("Värde"),
            words=row.text("Text"),
            numerator=row.number_or_none("Täljare"),
            denominator=row.number_or_none("Nämnare"),
            missing_reason=row.choice("Saknas", words.MISSING_REASONS, default=""),
            is_preliminary=row.yes("Preliminär"),
            remark=row.text("Anmärkning"),
        )
        measurement.full_clean()
        measurement.save()


def load_assignments(sheets: Sheets, loaded: Loaded) -> None:
    for position, row in enumerate(rows_of(sheets, "Uppdrag"), start=1):
        assignment = Assignment(
            plan=loaded.plan,
            goal=loaded.goal(row),
            key=row.required("Id"),
            group=row.text("Grupp"),
            kind=row.choice("Typ", words.ASSIGNMENT_KINDS),
            number=row.text("Nr"),
            name=row.required("Namn"),
            description=row.rich("Beskrivning"),
            given_by=row.text("Givet av"),
            together_with=row.words("Tillsammans med"),
            responsible=row.words("Ansvarig"),
            due_on=row.day("Klart senast"),
            position=position,
        )
        assignment.full_clean()
        assignment.save()
        loaded.assignments[assignment.key] = assignment
