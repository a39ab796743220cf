"""What outcomes say of a goal or an indicator: a status to weigh, with a sentence that gives the numbers. Pure.

An indicator is reached when all its figures are, not reached when none is or comes near, and else partly; so is a goal
by its indicators. The figure for all counts where there is one, else those for women and men, for each submeasure.
What has no figure, or no target in numbers, or a target that is set for the count of all units, is left out and named.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from followup.core.choices import Sex
from goals.choices import GoalStatus
from indicators.aims import Aim, Scale, aim_words, reached

SHOWN = 3
"""How many of those that do not reach their target are told with their numbers, and how many uncounted are named."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One outcome of the period. `base` is the figure of the year before, for a target that is a change.

    `is_part`: its target is set for what all units count together, so that nothing follows from it alone.
    """

    value: Decimal | None = None
    aim: Aim | None = None
    base: Decimal | None = None
    sex: str = Sex.TOTAL
    submeasure: str = ""
    is_preliminary: bool = False
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class Measured:
    """An indicator with its outcomes of the period."""

    name: str
    scale: Scale = field(default_factory=Scale)
    figures: tuple[Figure, ...] = ()

    @property
    def is_part(self) -> bool:
        """Whether a figure is left out for being only a part of what its target is set for."""
        return any(each.is_part and each.value is not None for each in self.figures)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the outcomes speak for. `why` is a sentence; `not_counted` names what it leaves out, empty for nothing."""

    status: GoalStatus
    why: str
    not_counted: str


@dataclass(frozen=True, slots=True)
class _Counted:
    """A figure that can be judged."""

    figure: Figure
    aim: Aim
    value: Decimal
    status: GoalStatus


@dataclass(frozen=True, slots=True)
class _Judged:
    indicator: Measured
    figures: list[_Counted]

    @property
    def status(self) -> GoalStatus:
        return _together(each.status for each in self.figures)

    @property
    def missed(self) -> list[_Counted]:
        return [each for each in self.figures if each.status != GoalStatus.ACHIEVED]


def suggested(indicators: Sequence[Measured]) -> Suggestion | None:
    """None where no indicator has a figure that can be held against a target."""
    judged = [_Judged(indicator, figures) for indicator in indicators if (figures := _counted(indicator))]
    if not judged:
        return None
    why = _one(judged[0]) if len(judged) == 1 else _several(judged)
    if any(each.figure.is_preliminary for indicator in judged for each in indicator.figures):
        why = _("%(sentence)s Värden är preliminära.") % {"sentence": why}
    left_out = [indicator for indicator in indicators if not _counted(indicator)]
    return Suggestion(_together(each.status for each in judged), why, _left_out(left_out))


def _together(statuses: Iterable[GoalStatus]) -> GoalStatus:
    found = set(statuses)
    return found.pop() if len(found) == 1 else GoalStatus.PARTLY


def _counted(indicator: Measured) -> list[_Counted]:
    found = []
    for submeasure in dict.fromkeys(figure.submeasure for figure in indicator.figures):
        own = [each for each in indicator.figures if each.submeasure == submeasure and each.value is not None]
        whole = [each for each in own if each.sex == Sex.TOTAL]
        for figure in whole or own:
            if figure.aim is None or figure.value is None:
                continue
            status = reached(figure.value, figure.aim, indicator.scale, figure.base)
            if status is not None:
                found.append(_Counted(figure, figure.aim, figure.value, status))
    return found


def _one(judged: _Judged) -> str:
    missed = judged.missed
    if not missed and len(judged.figures) > 1:
        told = {"count": len(judged.figures), "name": judged.indicator.name}
        return _("Alla %(count)d värden för %(name)s når sitt mål.") % told
    return _sentence(_clauses([(judged.indicator, each) for each in missed or judged.figures]))


def _several(judged: Sequence[_Judged]) -> str:
    counts = {"total": len(judged), "reach": sum(each.status == GoalStatus.ACHIEVED for each in judged)}
    missed = [(each.indicator, figure) for each in judged for figure in each.missed]
    if not missed:
        return _("Alla %(total)d indikatorer når sitt målvärde.") % counts
    head = _("Ingen av %(total)d indikatorer når sitt målvärde") % counts
    if counts["reach"]:
        head = _("%(reach)d av %(total)d indikatorer når sitt målvärde") % counts
    return _sentence(f"{head}; {_clauses(missed)}")


def _clauses(figures: Sequence[tuple[Measured, _Counted]]) -> str:
    """`Väntetid är 34 dagar mot målet högst 30`, for the first of them; the rest are counted."""
    told = [_clause(indicator, each) for indicator, each in figures[:SHOWN]]
    if rest := len(figures) - len(told):
        told.append(ngettext("och %(count)d värde till", "och %(count)d värden till", rest) % {"count": rest})
    return ", ".join(told)


def _clause(indicator: Measured, counted: _Counted) -> str:
    figure, scale = counted.figure, indicator.scale
    words = "" if figure.sex == Sex.TOTAL else str(Sex(figure.sex).label)
    label = ", ".join(part for part in (figure.submeasure, words) if part)
    said = {
        "name": f"{indicator.name} ({label})" if label else indicator.name,
        "value": scale.words(counted.value),
        "aim": aim_words(counted.aim, scale, is_bound=True),
    }
    if figure.base is not None and counted.aim.is_change:
        said["base"] = scale.words(figure.base)
        return _("%(name)s är %(value)s mot %(base)s året före och målet %(aim)s") % said
    return _("%(name)s är %(value)s mot målet %(aim)s") % said


def _left_out(indicators: Sequence[Measured]) -> str:
    parts = [each.name for each in indicators if each.is_part]
    others = [each.name for each in indicators if not each.is_part]
    found = []
    if others:
        words = _("Räknas inte, för värde eller målvärde i tal saknas: %(names)s.")
        found.append(words % {"names": _names(others)})
    if parts:
        words = _("Räknas inte, för målvärdet gäller alla enheters antal tillsammans: %(names)s.")
        found.append(words % {"names": _names(parts)})
    return " ".join(found)


def _names(names: Sequence[str]) -> str:
    shown = ", ".join(names[:SHOWN])
    if len(names) > SHOWN:
        return _("%(names)s och %(count)d till") % {"names": shown, "count": len(names) - SHOWN}
    return shown


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
