"""What happens to public versions, for those who follow along: published, corrected, withdrawn."""

from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from reports.choices import Happening
from reports.models import Publication
from reports.querysets import PublicationQuerySet


@dataclass(frozen=True, slots=True)
class Happened:
    """`what` is a value of `Happening`, `moment` when everyone could know of it, `note` what a person wrote."""

    what: Happening
    moment: datetime
    committee_slug: str
    committee: str
    municipality: str
    report_slug: str
    title: str
    version: int
    note: str

    @property
    def heading(self) -> str:
        words = {
            Happening.PUBLISHED: _("Ny rapport: %(title)s"),
            Happening.CORRECTED: _("Ny version %(version)s: %(title)s"),
            Happening.WITHDRAWN: _("Avpublicerad, version %(version)s: %(title)s"),
        }
        return words[self.what] % {"title": self.title, "version": self.version}

    @property
    def sentence(self) -> str:
        words = {
            Happening.PUBLISHED: _("%(committee)s, %(municipality)s, har publicerat rapporten."),
            Happening.CORRECTED: _("%(committee)s, %(municipality)s, har publicerat version %(version)s av rapporten."),
            Happening.WITHDRAWN: _(
                "%(committee)s, %(municipality)s, har avpublicerat version %(version)s av rapporten."
            ),
        }
        told = {"committee": self.committee, "municipality": self.municipality, "version": self.version}
        return words[self.what] % told


def happened_to(version: Publication, what: Happening) -> Happened:
    """Reads the committee, and the withdrawal or the disclosure where there is one."""
    is_withdrawn = what == Happening.WITHDRAWN
    disclosed = getattr(version, "disclosure", None)
    published_at = disclosed.disclosed_at if disclosed else version.published_at
    return Happened(
        what=what,
        moment=version.withdrawal.withdrawn_at if is_withdrawn else published_at,
        committee_slug=version.committee.slug,
        committee=version.committee_name,
        municipality=version.municipality_name,
        report_slug=version.slug,
        title=version.title,
        version=version.version,
        note=version.withdrawal.reason if is_withdrawn else version.change_note,
    )


def publishing_of(version: Publication) -> Happening:
    """What the publishing itself was: of the first version, or of one after it."""
    return Happening.PUBLISHED if version.version == 1 else Happening.CORRECTED


def latest_happenings(versions: PublicationQuerySet, most: int) -> tuple[Happened, ...]:
    """The newest first, at most so many; of public versions alone. Two queries."""
    rows = versions.public().select_related("committee", "disclosure", "withdrawal")
    known = Coalesce(F("disclosure__disclosed_at"), F("published_at"))
    opened = rows.annotate(known_at=known).order_by("-known_at", "-pk")[:most]
    withdrawn = rows.filter(withdrawal__isnull=False).order_by("-withdrawal__withdrawn_at", "-pk")[:most]
    found = [happened_to(row, publishing_of(row)) for row in opened]
    found += [happened_to(row, Happening.WITHDRAWN) for row in withdrawn]
    found.sort(key=lambda each: (each.moment, each.version), reverse=True)
    return tuple(islice(found, most))
