"""What a reminder says to whom: what each unit has left, who answers for it, and the letters."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from followup.core.choices import Role
from followup.core.dates import format_date
from followup.core.models import Membership, Unit
from reports.asked import Asked, Key, asked_in
from reports.choices import AnswerState, SubjectKind
from reports.models import Assessment, Round

UNIT_MARK = "{enhet}"
LEFT_MARK = "{kvar}"
LONGEST_SUBJECT = 200
NAMED = 12


@dataclass(frozen=True, slots=True)
class Recipient:
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class UnitLeft:
    """A unit with what it has left (what was returned is told apart), and its reporters who have an e-mail address."""

    id: int
    code: str
    name: str
    left: tuple[Asked, ...]
    returned: tuple[Asked, ...]
    recipients: tuple[Recipient, ...]

    @property
    def count(self) -> int:
        return len(self.left) + len(self.returned)

    @property
    def words(self) -> str:
        """`Kvar att lämna in: mål 1, 4. Återsänt: mål 2.`"""
        said = []
        if self.left:
            said.append(_("Kvar att lämna in: %(what)s.") % {"what": _named(self.left)})
        if self.returned:
            said.append(_("Återsänt: %(what)s.") % {"what": _named(self.returned)})
        return " ".join(said) or _("Allt är inlämnat.")

    @property
    def count_words(self) -> str:
        if not self.count:
            return _("allt är inlämnat")
        return ngettext("%(count)d svar kvar", "%(count)d svar kvar", self.count) % {"count": self.count}


@dataclass(frozen=True, slots=True)
class Draft:
    """The common subject and text, with `{enhet}` and `{kvar}` where each person's own comes."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Letter:
    recipient: Recipient
    units: str
    subject: str
    body: str


def units_left(round: Round, today: date) -> tuple[UnitLeft, ...]:
    """The committee's units in its order. Nine queries."""
    units = tuple(Unit.objects.filter(committee_id=round.committee_id).in_order())
    asked = asked_in([round], units)[round.pk]
    states = _states(round)
    recipients = _recipients(round, today)
    found = []
    for unit in units:
        waiting = [each for each in asked if unit.pk in each.unit_ids and not _is_done(states.get((each.key, unit.pk)))]
        back = [each for each in waiting if states.get((each.key, unit.pk)) == AnswerState.RETURNED]
        left = [each for each in waiting if each not in back]
        people = _once([*recipients[unit.pk], *recipients[None]])
        found.append(UnitLeft(unit.pk, unit.code, unit.name, tuple(left), tuple(back), people))
    return tuple(found)


def suggested(round: Round, today: date, sender: str) -> Draft:
    """A subject and a text to begin with."""
    words = {"mark": UNIT_MARK, "title": round.title, "day": format_date(round.deadline) if round.deadline else ""}
    subject = _("Påminnelse: %(title)s")
    opening = _("%(mark)s har svar kvar i ”%(title)s”.")
    if round.is_late(today):
        opening = _(
            "%(mark)s har svar kvar i ”%(title)s”. "
            "Sista dagen var %(day)s, men svar tas emot tills uppföljningen stängs."
        )
    elif round.deadline is not None:
        subject = _("Påminnelse: %(title)s, senast %(day)s")
        opening = _("%(mark)s har svar kvar i ”%(title)s”. Sista dag är %(day)s.")
    closing = _("Hör av dig om något är oklart.")
    parts = [_("Hej!"), opening % words, LEFT_MARK, closing, f"{sender}\n{round.committee.name}"]
    return Draft(one_line(subject % words)[:LONGEST_SUBJECT], "\n\n".join(parts))


def letters(chosen: Sequence[UnitLeft], draft: Draft, links: Mapping[int, str]) -> tuple[Letter, ...]:
    """One for each address, for all of the chosen units that the person answers for. `links` by unit id."""
    of_address: defaultdict[str, list[UnitLeft]] = defaultdict(list)
    people: dict[str, Recipient] = {}
    for unit in chosen:
        for person in unit.recipients:
            address = person.address.casefold()
            people.setdefault(address, person)
            of_address[address].append(unit)
    return tuple(_letter(people[address], units, draft, links) for address, units in of_address.items())


def _letter(person: Recipient, units: Sequence[UnitLeft], draft: Draft, links: Mapping[int, str]) -> Letter:
    names = in_a_row([unit.code for unit in units])
    left = "\n\n".join(f"{unit.code} {unit.name}\n{unit.words}\n{links[unit.id]}" for unit in units)
    return Letter(
        person,
        ", ".join(unit.code for unit in units),
        one_line(draft.subject.replace(UNIT_MARK, names)),
        draft.text.replace(UNIT_MARK, names).replace(LEFT_MARK, left),
    )


def one_line(text: str) -> str:
    """Without line breaks, which would begin another header of the letter."""
    return " ".join(text.split())


def in_a_row(names: Sequence[str]) -> str:
    """`AFI, IFO och ÄoF`."""
    if len(names) < 2:
        return "".join(names)
    return _("%(some)s och %(last)s") % {"some": ", ".join(names[:-1]), "last": names[-1]}


def _named(subjects: Sequence[Asked]) -> str:
    """`mål 4, 7; indikator Väntetid; och 3 till`."""
    shown = subjects[:NAMED]
    parts = [
        f"{kind.label} {', '.join(names)}"
        for kind in SubjectKind
        if (names := [each.number or each.name for each in shown if each.kind == kind])
    ]
    more = len(subjects) - len(shown)
    return "; ".join([*parts, *([_("och %(more)d till") % {"more": more}] if more else [])])


def _is_done(state: str | None) -> bool:
    return state is not None and AnswerState(state).is_done_by_unit


def _states(round: Round) -> dict[tuple[Key, int], str]:
    states: dict[tuple[Key, int], str] = {}
    for answer in Assessment.objects.filter(round=round, unit__isnull=False).plain_first().only(*_READ):
        states.setdefault((answer.subject_key, answer.unit_id), answer.state)
    return states


_READ = ("round", "unit", "goal", "indicator", "assignment", "state")


def _recipients(round: Round, today: date) -> defaultdict[int | None, list[Recipient]]:
    """By unit the reporters who can be reached, None for those of all units."""
    reporters = Membership.objects.valid_on(today).filter(
        ~Q(user__email=""), committee=round.committee_id, role=Role.REPORTER, user__is_active=True
    )
    found: defaultdict[int | None, list[Recipient]] = defaultdict(list)
    for item in reporters.select_related("user").order_by("user__last_name", "user__first_name", "user_id", "pk"):
        found[item.unit_id].append(Recipient(str(item.user), item.user.email))
    return found


def _once(people: Iterable[Recipient]) -> tuple[Recipient, ...]:
    by_address: dict[str, Recipient] = {}
    for person in people:
        by_address.setdefault(person.address.casefold(), person)
    return tuple(by_address.values())
