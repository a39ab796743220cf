"""How indicators are set up: who answers for them, and whether women and men can be told apart. Pure."""

from collections.abc import Iterator, Sequence
from textwrap import shorten

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from followup.core.choices import Sex
from indicators.people import counts_people
from reports.build.facts import IndicatorFact
from reports.checks.finding import About, Finding, Place, Rule, Severity
from reports.checks.scope import Scope, kind_of_fact

NO_OWNER = Rule(
    "indicator_without_owner",
    Severity.NOTE,
    gettext_lazy("Indikatorer har ingen som svarar för dem"),
    gettext_lazy("Ingen enhet, ingen ansvarig på indikatorn och ingen på målet: då är det ingens uppgift att mäta."),
)
NO_SEXES = Rule(
    "people_not_by_sex",
    Severity.NOTE,
    gettext_lazy("Indikatorer räknar personer utan att dela upp på kvinnor och män"),
    gettext_lazy("Officiell statistik om personer ska vara uppdelad på kön. Utan det syns inga skillnader."),
)
_SHOWN = 3
_LONGEST = 80


def without_owner(scope: Scope) -> Iterator[Finding]:
    """Once for the whole report: it is the plan that is mended."""
    found = [each for each in scope.indicators_in_order() if not _has_owner(scope, each)]
    if found:
        message = ngettext(
            "%(count)d indikator har ingen som svarar för den: %(names)s.",
            "%(count)d indikatorer har ingen som svarar för dem: %(names)s.",
            len(found),
        )
        yield NO_OWNER.finding(_place(found), message % {"count": len(found), "names": _names(found)})


def without_sexes(scope: Scope) -> Iterator[Finding]:
    by_sex = {each.indicator_id for each in scope.report.measurements if each.sex != Sex.TOTAL}
    found = [
        each
        for each in scope.indicators_in_order()
        if counts_people(each.unit_of_measure, each.name) and not each.is_sex_disaggregated and each.id not in by_sex
    ]
    if found:
        message = ngettext(
            "%(count)d indikator räknar personer utan att dela upp på kvinnor och män: %(names)s.",
            "%(count)d indikatorer räknar personer utan att dela upp på kvinnor och män: %(names)s.",
            len(found),
        )
        yield NO_SEXES.finding(_place(found), message % {"count": len(found), "names": _names(found)})


def _has_owner(scope: Scope, indicator: IndicatorFact) -> bool:
    goal = scope.material.goals.get(indicator.goal_id) if indicator.goal_id is not None else None
    return bool(indicator.responsible or indicator.unit_ids or (goal and (goal.responsible or goal.unit_ids)))


def _place(found: Sequence[IndicatorFact]) -> Place:
    """Called after the plan; leads to the first of them."""
    return Place(_("Planen"), About.PLAN, subject=(kind_of_fact(found[0]), found[0].id))


def _names(found: Sequence[IndicatorFact]) -> str:
    shown = ", ".join(f"”{_name(each)}”" for each in found[:_SHOWN])
    if len(found) > _SHOWN:
        return _("%(names)s och %(count)d till") % {"names": shown, "count": len(found) - _SHOWN}
    return shown


def _name(indicator: IndicatorFact) -> str:
    return shorten(f"{indicator.number} {indicator.name}".strip().rstrip("."), _LONGEST, placeholder=" …")
