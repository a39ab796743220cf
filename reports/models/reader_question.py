"""What a reader asks the controller about a row of a published version, and what was answered."""

from typing import ClassVar

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from followup.core.models import User
from reports.models.publication import Publication
from reports.querysets import ReaderQuestionQuerySet

LONGEST_QUESTION = 2000
LONGEST_ANSWER = 4000


class ReaderQuestion(models.Model):
    """Kept with the version, for those who may read what is internal in the committee. `row_title` is as it was."""

    publication = models.ForeignKey(
        Publication, verbose_name=_("version"), on_delete=models.PROTECT, related_name="questions"
    )
    anchor = models.CharField(_("adress i rapporten"), max_length=250)
    row_title = models.CharField(_("rad"), max_length=300)
    text = models.TextField(_("fråga"), validators=[MaxLengthValidator(LONGEST_QUESTION)])
    asked_by = models.ForeignKey(
        User, verbose_name=_("ställd av"), on_delete=models.PROTECT, null=True, related_name="+"
    )
    asked_by_name = models.CharField(_("ställd av"), max_length=200)
    asked_at = models.DateTimeField(_("ställd"))
    answer = models.TextField(_("svar"), validators=[MaxLengthValidator(LONGEST_ANSWER)], blank=True)
    answered_by = models.ForeignKey(
        User, verbose_name=_("besvarad av"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_by_name = models.CharField(_("besvarad av"), max_length=200, blank=True)
    answered_at = models.DateTimeField(_("besvarad"), null=True, blank=True)

    objects = ReaderQuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("fråga")
        verbose_name_plural = _("frågor")
        ordering = ["publication", "asked_at", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(text=""), name="reader_question_text"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True, answered_by_name="")
                | (~Q(answer="") & Q(answered_at__isnull=False) & ~Q(answered_by_name="")),
                name="reader_question_answered_together",
            ),
        ]

    def __str__(self) -> str:
        return self.row_title

    @property
    def is_answered(self) -> bool:
        return self.answered_at is not None
