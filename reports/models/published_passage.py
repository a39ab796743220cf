"""What can be found in a published version, made of its sealed data and made anew whenever that is wanted."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from followup.core.search import TextIndex
from reports.choices import PassageKind
from reports.models.publication import Publication
from reports.querysets import PassageQuerySet

PASSAGE_WORDS = TextIndex("reports_publishedpassage")

_PUBLICATION_BITS, _POSITION_BITS = 24, 17
MOST_PASSAGES = 2**_POSITION_BITS - 1
"""Of a version; what comes after them cannot be found."""


def place_of(publication: Publication, position: int) -> int:
    """The higher, the earlier in a search: the newest report first, each in its own order. It fits 63 bits."""
    day = (publication.as_of or date.min).toordinal()
    version = day << _PUBLICATION_BITS | publication.pk
    return version << _POSITION_BITS | MOST_PASSAGES - position


def apart(publications: int) -> int:
    """How far the ids of one passage lie apart in two versions of a day with so many publications between them."""
    return publications << _POSITION_BITS


class PublishedPassage(models.Model):
    """One thing in a published version that a search can find: a section's text, a goal, a comment, a row.

    `anchor` is where it stands in the report's page. `title` is what it is about ("1.2 Namn"), `place` the headings
    above it. `unit` is who answered, as it is printed, and empty for the committee. `text` is plain, line by line.
    `position` is its place in the version. Its words are in an index of the database's own, `PASSAGE_WORDS`.
    Its `id` is its place among all (`place_of`), so that the first of very many are found without putting all in order.
    """

    publication = models.ForeignKey(
        Publication, verbose_name=_("publicering"), on_delete=models.CASCADE, related_name="passages"
    )
    position = models.PositiveIntegerField(_("ordning"))
    kind = models.CharField(_("slag"), max_length=20, choices=PassageKind)
    anchor = models.CharField(_("adress i rapporten"), max_length=200)
    title = models.TextField(_("rubrik"), blank=True)
    place = models.TextField(_("under"), blank=True)
    unit = models.TextField(_("enhet"), blank=True)
    unit_name = models.TextField(_("enhetens namn"), blank=True)
    status_mark = models.CharField(_("statusens märke"), max_length=20, blank=True)
    status_word = models.TextField(_("status"), blank=True)
    text = models.TextField(_("text"), blank=True)

    objects = PassageQuerySet.as_manager()

    class Meta:
        verbose_name = _("publicerat stycke")
        verbose_name_plural = _("publicerade stycken")
        ordering = ["publication", "position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["publication", "position"], name="passage_position_once"),
            models.CheckConstraint(condition=Q(kind__in=PassageKind.values), name="passage_kind_known"),
        ]

    def __str__(self) -> str:
        return self.title
