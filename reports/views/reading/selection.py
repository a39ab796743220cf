"""What a reader has picked to see of a version, in the address; and the style sheet that hides the rest."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reports.build.document import ReportSubject
from reports.choices import SubjectKind
from reports.render.selecting import Picked, Selecting
from reports.sealed.outline import Choice, Outline

NAMES = ("status", "enhet", "omrade")
NOT_ACHIEVED = ("ej-uppnatt", "delvis-uppnatt")
MOST_VALUES = 40
LONGEST_TOLD = 60


@dataclass(frozen=True, slots=True)
class Selection:
    """Slugs that the version knows, in its own order. `unknown` are values it does not know, as they were given."""

    statuses: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def is_made(self) -> bool:
        return bool(self.statuses or self.units or self.areas)

    @property
    def query(self) -> str:
        """The address's query in one order, empty where nothing is picked."""
        return urlencode(
            [
                (name, slug)
                for name, slugs in zip(NAMES, (self.statuses, self.units, self.areas), strict=True)
                for slug in slugs
            ]
        )

    def matches(self, picked: Picked) -> bool:
        """Whether one judgement is all that is asked for."""
        return any(
            (not self.areas or told.area in self.areas)
            and (not self.units or told.unit in self.units)
            and (not self.statuses or told.status in self.statuses)
            for told in picked.told
        )

    @property
    def style(self) -> str:
        """One rule that hides what does not match. Every value is a slug that the version itself holds."""
        if not self.is_made:
            return ""
        wanted = product(self.areas or ("",), self.units or ("",), self.statuses or ("",))
        return f"[data-area]:not({','.join(_selector(*each) for each in wanted)}){{display:none!important}}\n"


@dataclass(frozen=True, slots=True)
class Counted:
    """How much of the version is shown, in a sentence."""

    shown: int
    total: int
    words: str


def selection_in(query: QueryDict, outline: Outline) -> Selection:
    """What the address asks for, as far as the version knows it; a value that is empty asks for everything."""
    known = {"status": outline.statuses, "enhet": outline.units, "omrade": outline.areas}
    found, unknown = {}, []
    for name in NAMES:
        asked = dict.fromkeys(value.strip() for value in query.getlist(name)[:MOST_VALUES] if value.strip())
        slugs = [choice.slug for choice in known[name]]
        found[name] = tuple(slug for slug in slugs if slug in asked)
        unknown += [value[:LONGEST_TOLD] for value in asked if value not in slugs]
    return Selection(found["status"], found["enhet"], found["omrade"], tuple(unknown))


def not_achieved(outline: Outline) -> Selection:
    """What is not, or only partly, achieved: empty where the version judges nothing so."""
    return Selection(tuple(each.slug for each in outline.statuses if each.slug in NOT_ACHIEVED))


def counted(selection: Selection, outline: Outline) -> Counted:
    """Goals where the version judges any, or else what it does judge."""
    selecting = Selecting(outline.subjects)
    judged = [each for each in outline.subjects if each.answers]
    goals = [each for each in judged if each.kind == SubjectKind.GOAL]
    of = goals or judged or [each for each in outline.subjects if each.kind == SubjectKind.GOAL]
    shown = sum(selection.matches(selecting.subject(each.anchor)) for each in of)
    numbers = {"shown": shown, "total": len(of)}
    if not of or _is_goal(of[0]):
        words = ngettext("Visar %(shown)d av %(total)d mål.", "Visar %(shown)d av %(total)d mål.", len(of))
    else:
        words = _("Visar %(shown)d av %(total)d som är bedömda.")
    return Counted(shown, len(of), words % numbers)


def in_words(selection: Selection, outline: Outline) -> str:
    """`Ej uppnått; AFI`: what is picked, by its titles."""
    parts = ((selection.statuses, outline.statuses), (selection.units, outline.units), (selection.areas, outline.areas))
    return "; ".join(", ".join(_titles(slugs, choices)) for slugs, choices in parts if slugs)


def _titles(slugs: Iterable[str], choices: Iterable[Choice]) -> list[str]:
    chosen = set(slugs)
    return [choice.title for choice in choices if choice.slug in chosen]


def _is_goal(subject: ReportSubject) -> bool:
    return subject.kind == SubjectKind.GOAL


def _selector(area: str, unit: str, status: str) -> str:
    """What tells of the area, the unit and the status, each where it is asked for, in one and the same judgement."""
    inside = f'[data-answer~="{unit}.{status}"]' if unit and status else ""
    inside = inside or (f'[data-unit~="{unit}"]' if unit else f'[data-status~="{status}"]' if status else "")
    if not area:
        return inside
    if not inside:
        return f'[data-area~="{area}"]'
    return f'[data-area="{area}"]{inside},[data-mixed~="{area}.{unit}.{status}"]'
