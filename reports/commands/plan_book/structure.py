"""Sheets Plan, Enheter, Nivåer, Mål: who and what."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from followup.core.models import Committee, Municipality, Unit
from followup.core.slugs import slug_of
from goals.models import Assignment, Goal, GoalContribution, GoalUnit, Level, Plan
from indicators.models import Indicator
from reports.commands.plan_book.rows import Row, Sheets, rows_of
from reports.models import Round
from reports.plan_book import words


@dataclass
class Loaded:
    """What has been read so far, by the workbook's Ids and codes."""

    committee: Committee
    plan: Plan
    units: dict[str, Unit] = field(default_factory=dict)
    goals: dict[str, Goal] = field(default_factory=dict)
    indicators: dict[str, Indicator] = field(default_factory=dict)
    assignments: dict[str, Assignment] = field(default_factory=dict)
    rounds: dict[str, Round] = field(default_factory=dict)

    def unit(self, row: Row, heading: str = "Enhet") -> Unit | None:
        code = row.text(heading)
        if code and code not in self.units:
            raise row.fault(heading, _("enheten %(code)s finns inte i Enheter.") % {"code": code})
        return self.units.get(code)

    def units_in(self, row: Row) -> list[Unit]:
        """The units of the list under Enheter, in its order; one named twice counts once."""
        codes = list(dict.fromkeys(row.words("Enheter")))
        unknown = [code for code in codes if code not in self.units]
        if unknown:
            raise row.fault("Enheter", _("enheten %(code)s finns inte i Enheter.") % {"code": unknown[0]})
        return [self.units[code] for code in codes]

    def goal(self, row: Row, heading: str = "Mål") -> Goal | None:
        key = row.text(heading)
        if key and key not in self.goals:
            raise row.fault(heading, _("målet %(key)s finns inte i Mål.") % {"key": key})
        return self.goals.get(key)

    def indicator(self, row: Row, heading: str = "Indikator") -> Indicator | None:
        key = row.text(heading)
        if key and key not in self.indicators:
            raise row.fault(heading, _("indikatorn %(key)s finns inte i Indikatorer.") % {"key": key})
        return self.indicators.get(key)


def committee_for(plan_row: Row) -> Committee:
    """The committee of the Plan sheet, with its municipality; made where it is new."""
    municipality_name = plan_row.required("Kommun")
    code = plan_row.text("Kommunkod").zfill(4) if plan_row.text("Kommunkod") else None
    municipality = Municipality.objects.filter(name=municipality_name).first()
    if municipality is None:
        municipality = Municipality(name=municipality_name, code=code)
        municipality.full_clean()
        municipality.save()
    name = plan_row.required("Nämnd")
    committee = Committee.objects.filter(municipality=municipality, name=name).first()
    if committee is None:
        committee = Committee(
            municipality=municipality,
            name=name,
            short_name=plan_row.text("Kortnamn"),
            slug=slug_of(f"{municipality_name} {name}", max_length=80),
        )
        committee.full_clean()
        committee.save()
    return committee


def plan_from(plan_row: Row, committee: Committee) -> Plan:
    plan = Plan(
        committee=committee,
        title=plan_row.required("Plan"),
        slug=slug_of(plan_row.required("Plan"), max_length=80),
        year_from=plan_row.integer("Startår"),
        year_through=plan_row.integer("Slutår"),
        adopted_on=plan_row.day("Antagen"),
        registry_number=plan_row.text("Diarienummer"),
        introduction=plan_row.rich("Inledning"),
        word_achieved=plan_row.text("Ord uppnått"),
        word_partly_achieved=plan_row.text("Ord delvis"),
        word_not_achieved=plan_row.text("Ord ej"),
        word_not_assessable=plan_row.text("Ord ej bedömt"),
        word_overall_view=plan_row.text("Ord samlad bedömning"),
        word_cause=plan_row.text("Ord orsak"),
        word_measure=plan_row.text("Ord åtgärd"),
    )
    plan.full_clean()
    plan.save()
    return plan


def load_units(sheets: Sheets, loaded: Loaded) -> None:
    for position, row in enumerate(rows_of(sheets, "Enheter"), start=1):
        code = row.required("Kod")
        unit = Unit.objects.filter(committee=loaded.committee, code=code).first()
        if unit is None:
            unit = Unit(committee=loaded.committee, code=code, name=row.required("Namn"), position=position)
            unit.parent = loaded.unit(row, "Överordnad")
            unit.full_clean()
            unit.save()
        loaded.units[code] = unit


def load_goals(sheets: Sheets, loaded: Loaded) -> None:
    levels = {}
    for row in rows_of(sheets, "Nivåer"):
        level = Level(
            plan=loaded.plan,
            name=row.required("Nivå"),
            plural=row.text("Plural"),
            position=row.integer("Ordning"),
            assessed_by=row.choice("Bedöms av", words.ASSESSED_BY),
        )
        level.full_clean()
        level.save()
        levels[level.name] = level
    contributions: list[tuple[Goal, Row]] = []
    for position, row in enumerate(rows_of(sheets, "Mål"), start=1):
        if row.required("Nivå") not in levels:
            raise row.fault("Nivå", _("nivån finns inte i Nivåer."))
        goal = Goal(
            plan=loaded.plan,
            parent=loaded.goal(row, "Överordnad"),
            level=levels[row.required("Nivå")],
            key=row.required("Id"),
            label=row.text("Benämning"),
            number=row.text("Nr"),
            name=row.required("Namn"),
            description=row.rich("Beskrivning"),
            responsible=row.words("Ansvarig"),
            year=row.integer_or_none("År"),
            position=position,
        )
        goal.full_clean()
        goal.save()
        for place, unit in enumerate(loaded.units_in(row), start=1):
            GoalUnit.objects.create(goal=goal, unit=unit, position=place)
        loaded.goals[goal.key] = goal
        contributions.append((goal, row))
    for goal, row in contributions:
        for place, key in enumerate(row.words("Bidrar till"), start=1):
            if key not in loaded.goals:
                raise row.fault("Bidrar till", _("målet %(key)s finns inte i Mål.") % {"key": key})
            GoalContribution.objects.create(goal=goal, target_goal=loaded.goals[key], position=place)
