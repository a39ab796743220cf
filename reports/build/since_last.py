"""The part Sedan förra rapporten: what has changed, as tables with sentences above them. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from followup.core.dates import format_date
from followup.core.slugs import slug_of
from reports.build.blocks.assignment_details import due_in_words
from reports.build.blocks.drafting import answer_anchor, series_anchor
from reports.build.blocks.layout import Heading, Line, laid_out
from reports.build.changes import Changes, Unkept
from reports.build.document import Cell, SinceLast, SinceTable, StandingItem, Table
from reports.build.facts import EarlierFact
from reports.build.figures import name_with_unit
from reports.build.material import Material, numbered, unique_anchor
from reports.build.movements import Movement, Shift, change_words, span_words
from reports.build.news import News
from reports.build.options import SectionOptions
from reports.build.places import Places
from reports.build.shortening import shortened
from reports.choices import MeasureOutcome, SubjectKind

ANCHOR = "sedan-forra-rapporten"
STATUSES, GOALS, TARGETS, MOVEMENTS, MEASURES, OVERDUE = (
    f"{ANCHOR}-{part}" for part in ("status", "mal", "malvarden", "utfall", "atgarder", "uppdrag")
)
_ROOM_FOR_A_PROMISE = 240
_KINDS = {
    SubjectKind.GOAL.value: gettext_lazy("Mål"),
    SubjectKind.INDICATOR.value: gettext_lazy("Indikator"),
    SubjectKind.ASSIGNMENT.value: gettext_lazy("Uppdrag"),
}


def since_last_of(material: Material, news: News, places: Places) -> SinceLast:
    """The tables that have something in them, in the order in which a reader asks."""
    changes = news.changes
    tables: list[SinceTable | None] = []
    if changes is not None:
        tables += [_statuses(changes, places), _goals(changes, places), _targets(changes, places)]
    tables.append(_movements(material, news, places))
    if changes is not None:
        tables.append(_measures(changes, places))
    tables.append(_overdue(news, places))
    return SinceLast(ANCHOR, _("Sedan förra rapporten"), _text(news), tuple(each for each in tables if each))


def compared_with(earlier: EarlierFact | None) -> str:
    """What the report is compared with, as a sentence."""
    if earlier is None:
        return _("Det finns ingen tidigare rapport att jämföra med.")
    words = {"title": earlier.title, "date": format_date(earlier.as_of), "version": earlier.version}
    if earlier.version is None:
        return _("Jämfört med svaren i uppföljningen %(title)s, som avser läget per den %(date)s.") % words
    return _("Jämfört med %(title)s, version %(version)s, som avser läget per den %(date)s.") % words


def _text(news: News) -> str:
    sentences = [compared_with(news.earlier)]
    if news.changes is not None:
        if not news.changes.statuses:
            sentences.append(_("Ingenting har fått en annan bedömning."))
        if not (news.changes.new_goals or news.changes.removed_goals):
            sentences.append(_("Inga mål har tillkommit eller utgått."))
        if not news.changes.targets:
            sentences.append(_("Inga målvärden har flyttats."))
    return " ".join(sentences)


def _statuses(changes: Changes, places: Places) -> SinceTable | None:
    headings = [
        Heading(_kinds(change.item for change in changes.statuses), 34),
        Heading(_("Bedömt av"), 14),
        Heading(_("Förra rapporten"), 20),
        Heading(_("Nu"), 20),
        Heading(_("Ändring"), 12),
    ]
    lines = [
        Line(
            (
                _item(each.item, places),
                Cell(text=each.by or _("Nämnden")),
                Cell(status=each.before),
                Cell(status=each.after),
                Cell(text=_way(each.steps)),
            ),
            anchor=answer_anchor(_subject(each.item, places), each.by),
            subject=_subject(each.item, places),
            by=each.by,
        )
        for each in changes.statuses
    ]
    return _table(STATUSES, _("Ändrad bedömning"), "", headings, lines)


def _way(steps: int) -> str:
    """Which way, in a word, where the scale says so."""
    if not steps:
        return ""
    return _("Bättre") if steps > 0 else _("Sämre")


def _goals(changes: Changes, places: Places) -> SinceTable | None:
    lines = [_about(each, places, _item(each, places), Cell(text=_("Nytt"))) for each in changes.new_goals]
    lines += [
        _about(each, places, Cell(text=each.title, is_heading=True), Cell(text=_("Utgår")))
        for each in changes.removed_goals
    ]
    return _table(GOALS, _("Nya mål och mål som har utgått"), "", [Heading(_("Mål"), 80), Heading(_("Nu"), 20)], lines)


def _targets(changes: Changes, places: Places) -> SinceTable | None:
    headings = [
        Heading(_kinds(change.item for change in changes.targets), 40),
        Heading(_("Gäller"), 16),
        Heading(_("År"), 8, is_number=True),
        Heading(_("Förra rapporten"), 18, is_number=True),
        Heading(_("Nu"), 18, is_number=True),
    ]
    lines = [
        _about(
            each.item,
            places,
            _item(each.item, places),
            Cell(text=str(capfirst(each.series))),
            Cell(text=str(each.year)),
            Cell(text=each.before),
            Cell(text=each.after),
            more=f" {each.series} {each.year}",
        )
        for each in changes.targets
    ]
    return _table(TARGETS, _("Flyttade målvärden"), "", headings, lines)


def _movements(material: Material, news: News, places: Places) -> SinceTable | None:
    headings = [
        Heading(_("Indikator"), 40),
        Heading(_("Perioder"), 18),
        Heading(_("Kvinnor"), 21),
        Heading(_("Män"), 21),
    ]
    lines = [_movement(material, each, places) for each in news.movements]
    text = _("De största förändringarna sedan perioden före, störst först efter hur stor del av värdet som ändrats.")
    return _table(MOVEMENTS, _("Störst förändring för kvinnor och män"), text, headings, lines)


def _movement(material: Material, movement: Movement, places: Places) -> Line:
    unit = material.units[movement.unit_id].code if movement.unit_id is not None else ""
    label = ", ".join(part for part in (unit, movement.submeasure) if part)
    link = places.of(SubjectKind.INDICATOR, movement.indicator.key)
    subject = places.wanted(SubjectKind.INDICATOR, movement.indicator.key)
    text = name_with_unit(movement.indicator)
    measured = Cell(text=text, lines=(label,) if label else (), is_heading=True, link=link)
    return Line((measured, *_moved(movement)), anchor=series_anchor(subject, label), subject=subject)


def _moved(movement: Movement) -> tuple[Cell, Cell, Cell]:
    periods = f"{capfirst(movement.before.label())} → {movement.after.label()}"
    unit = movement.indicator.unit_of_measure
    return Cell(text=periods), _shift(movement.women, unit), _shift(movement.men, unit)


def _shift(shift: Shift | None, unit: str) -> Cell:
    if shift is None:
        return Cell(text=_("Uppgift saknas"))
    return Cell(text=change_words(shift, unit), value=shift.change, lines=(span_words(shift, unit),))


def _measures(changes: Changes, places: Places) -> SinceTable | None:
    headings = [
        Heading(_kinds(each.item for each in changes.unkept), 30),
        Heading(_("Enhet"), 10),
        Heading(_("Åtgärd"), 36),
        Heading(_("Läge"), 24),
    ]
    lines = [
        Line(
            (
                _item(each.item, places),
                Cell(text=each.promise.by),
                Cell(text=shortened(each.promise.text, _ROOM_FOR_A_PROMISE)),
                Cell(text=_outcome(each), lines=(each.comment,) if each.comment else ()),
            ),
            stands_for=(each.item.kind + each.item.key, each.item.kind + each.item.key + each.promise.by),
            anchor=answer_anchor(_subject(each.item, places), each.promise.by),
            subject=_subject(each.item, places),
            by=each.promise.by,
        )
        for each in changes.unkept
    ]
    total = changes.kept + len(changes.unkept)
    text = ngettext(
        "%(kept)d av %(total)d åtgärd som lovades förra gången är redovisad som genomförd.",
        "%(kept)d av %(total)d åtgärder som lovades förra gången är redovisade som genomförda.",
        total,
    ) % {"kept": changes.kept, "total": total}
    return _table(MEASURES, _("Åtgärder som inte är redovisade som genomförda"), text, headings, lines)


def _outcome(unkept: Unkept) -> str:
    if not unkept.outcome:
        return _("Inte besvarad")
    return str(capfirst(MeasureOutcome(unkept.outcome).label))


def _overdue(news: News, places: Places) -> SinceTable | None:
    headings = [
        Heading(_("Uppdrag eller aktivitet"), 40),
        Heading(_("Ansvarig"), 20),
        Heading(_("Klart senast"), 18),
        Heading(_("Status"), 22),
    ]
    lines = []
    for each in news.overdue:
        link = places.of(SubjectKind.ASSIGNMENT, each.assignment.key)
        status = Cell(status=each.status) if each.status else Cell(text=_("Ingen bedömning"))
        name = Cell(text=numbered(each.assignment), is_heading=True, link=link)
        responsible = Cell(text=", ".join(each.assignment.responsible))
        subject = places.wanted(SubjectKind.ASSIGNMENT, each.assignment.key)
        cells = (name, responsible, Cell(text=due_in_words(each.assignment)), status)
        lines.append(Line(cells, anchor=subject, subject=subject))
    return _table(OVERDUE, _("Skulle ha varit klart"), "", headings, lines)


def _item(item: StandingItem, places: Places) -> Cell:
    return Cell(text=item.title, is_heading=True, link=places.of(item.kind, item.key))


def _subject(item: StandingItem, places: Places) -> str:
    """The anchor by which it is known, or one made of its name where it is no longer in the plan."""
    return places.wanted(item.kind, item.key) or slug_of(f"{item.kind} {item.key}")


def _about(item: StandingItem, places: Places, *cells: Cell, more: str = "") -> Line:
    """`more` tells several lines about the same item apart."""
    subject = _subject(item, places)
    return Line(cells, anchor=f"{subject}-{slug_of(more)}" if more else subject, subject=subject)


def _kinds(items: Iterable[StandingItem]) -> str:
    """`Mål eller indikator`: what the rows are about."""
    kinds = {item.kind for item in items}
    found = [str(word) for kind, word in _KINDS.items() if kind in kinds]
    return str(capfirst(_(" eller ").join(word.lower() for word in found)))


def _table(anchor: str, title: str, text: str, headings: Sequence[Heading], lines: Sequence[Line]) -> SinceTable | None:
    taken: set[str] = set()
    named = [replace(line, anchor=unique_anchor(f"{anchor}-{line.anchor}", taken)) for line in lines]
    table: Table | None = laid_out(title, headings, named, SectionOptions())
    return SinceTable(anchor, title, text, table) if table else None
