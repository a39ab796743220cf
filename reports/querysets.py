"""The questions that pages ask of rounds, answers, reports and publications."""

from collections.abc import Collection
from datetime import datetime, timedelta
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from followup.core.access import AnyUser, Capability, committees_where, person
from followup.core.models import Committee, User
from followup.core.models.immutable import ImmutableQuerySet
from followup.core.models.period_lock import PeriodLock
from followup.core.search import FoundIn, SearchQuery
from reports.choices import Audience, JobState, RoundState, SubjectKind

if TYPE_CHECKING:
    from reports.models import Round

STILL_THERE = timedelta(seconds=60)
"""How long after having been seen somewhere a person counts as there."""


class RoundQuerySet(models.QuerySet[Any]):
    def open_now(self) -> "RoundQuerySet":
        return self.filter(state=RoundState.OPEN)

    def followed_by(self, user: AnyUser) -> "RoundQuerySet":
        """The rounds that the user follows, for all units or for one."""
        return self.filter(committee__in=committees_where(user, Capability.FOLLOW_ROUND, in_any_unit=True))

    def with_lock(self) -> "RoundQuerySet":
        """Each with `has_lock`: whether a lock of its committee covers its day."""
        locks = PeriodLock.objects.locking(models.OuterRef("committee"), models.OuterRef("as_of"))
        return self.annotate(has_lock=models.Exists(locks))

    def newest_first(self) -> "RoundQuerySet":
        return self.order_by("-as_of", "-pk")

    def before(self, round: "Round") -> "RoundQuerySet":
        """The committee's earlier rounds, the nearest first; those of earlier plans too."""
        return self.filter(committee_id=round.committee_id, as_of__lt=round.as_of).newest_first()


class AssessmentQuerySet(models.QuerySet[Any]):
    def on(self, kind: SubjectKind, *subject_ids: int) -> "AssessmentQuerySet":
        return self.filter(**{f"{kind.value}__in": subject_ids})

    def in_plan_order(self) -> "AssessmentQuerySet":
        """By goal as the plan has them, the committee's own first, then units in the committee's order; total."""
        return self.order_by("goal__position", models.F("unit__position").asc(nulls_first=True), "position", "pk")

    def plain_first(self) -> "AssessmentQuerySet":
        """Of several texts from one unit on one subject the one without reference or unit text first; total.

        That is the one which the pages show and change, and which counts.
        """
        return self.order_by("ref", "unit_words", "position", "pk")


class ReportQuerySet(models.QuerySet[Any]):
    def edited_by(self, user: AnyUser) -> "ReportQuerySet":
        return self.filter(committee__in=committees_where(user, Capability.EDIT_REPORT))


class CommitteeDecisionQuerySet(ImmutableQuerySet):
    def standing(self) -> "CommitteeDecisionQuerySet":
        """Without those that were noted wrongly and have been replaced; in the order of the meetings, total."""
        return self.filter(replaced_by__isnull=True).order_by("decided_on", "recorded_at", "pk")


_PUBLIC = Q(audience=Audience.PUBLIC) | Q(disclosure__isnull=False)


class PublicationQuerySet(ImmutableQuerySet):
    def public(self) -> "PublicationQuerySet":
        """What everyone may read, or may read that it was withdrawn; who asks makes no difference."""
        return self.filter(_PUBLIC)

    def newest_readable(self) -> "PublicationQuerySet":
        """Of each report the highest public version that is still handed out."""
        handed_out = self.model.objects.public().filter(withdrawal__isnull=True)
        return self.public().filter(withdrawal__isnull=True)._highest_of(handed_out)

    def visible_to(self, user: AnyUser) -> "PublicationQuerySet":
        """What the user may read: what is public, and the members' versions of the user's own committees."""
        mine = committees_where(user, Capability.READ_INTERNAL, in_any_unit=True)
        return self.filter(_PUBLIC | Q(committee__in=mine))

    def readable_by(self, user: AnyUser) -> "PublicationQuerySet":
        """What is still handed out to the user: without the versions that have been withdrawn."""
        return self.visible_to(user).filter(withdrawal__isnull=True)

    def newest_visible_to(self, user: AnyUser) -> "PublicationQuerySet":
        """Of each report, the highest version among those that the user may read."""
        return self.visible_to(user)._highest_of(self.model.objects.visible_to(user))

    def newest_readable_by(self, user: AnyUser) -> "PublicationQuerySet":
        """Of each report, the highest version that is still handed out to the user."""
        return self.readable_by(user)._highest_of(self.model.objects.readable_by(user))

    def _highest_of(self, versions: "PublicationQuerySet") -> "PublicationQuerySet":
        newer = versions.filter(report=models.OuterRef("report"), version__gt=models.OuterRef("version"))
        return self.filter(~models.Exists(newer))

    def newest_handed_out(self) -> "PublicationQuerySet":
        """Of each report the highest version that is still handed out, whoever may read it."""
        return self.filter(withdrawal__isnull=True)._highest_of(self.model.objects.filter(withdrawal__isnull=True))

    def without(self, *taken_out: str) -> "PublicationQuerySet":
        """Those that have no row of one of what is taken out to be looked up: `items` or `passages`."""
        rows = [self.model._meta.get_field(name).related_model.objects for name in taken_out]
        lacking = [~models.Exists(each.filter(publication=models.OuterRef("pk"))) for each in rows]
        return self.filter(reduce(or_, lacking))

    def newest_first(self) -> "PublicationQuerySet":
        return self.order_by("-as_of", "-published_at", "-pk")


class NewestVersionQuerySet(models.QuerySet[Any]):
    def readable_by(self, user: AnyUser) -> "NewestVersionQuerySet":
        """The members' newest in the user's own committees, everyone's in the others."""
        mine = Q(committee__in=committees_where(user, Capability.READ_INTERNAL, in_any_unit=True))
        return self.filter(mine & Q(to_members=True) | ~mine & Q(to_everyone=True))

    def of(self, *, municipality: str, committee: str, year: str, report: str) -> "NewestVersionQuerySet":
        """Those with what is not empty of these: the municipality's code, the committee's slug, numbers in digits."""
        wanted = {
            "committee__municipality__code": municipality,
            "committee__slug": committee,
            "year": year,
            "report": report,
        }
        return self.filter(**{name: value for name, value in wanted.items() if value})


class PassageQuerySet(models.QuerySet[Any]):
    def found_by(self, query: SearchQuery) -> "PassageQuerySet":
        return self.filter(FoundIn(query))

    def of(self, *, kind: str, status: str, unit: str) -> "PassageQuerySet":
        """Those with what is not empty of these."""
        wanted = {"kind": kind, "status_mark": status, "unit": unit}
        return self.filter(**{name: value for name, value in wanted.items() if value})

    def of_versions(self, newest: NewestVersionQuerySet) -> "PassageQuerySet":
        return self.filter(publication__in=newest.values("publication"))

    def with_titles(self, query: SearchQuery) -> "PassageQuerySet":
        """With `in_title`, whether its title alone is what is looked for."""
        return self.annotate(in_title=FoundIn(query, in_title=True))

    def in_order(self) -> "PassageQuerySet":
        """The newest report first, each in its own order; total."""
        return self.order_by("-pk")


class PublishedItemQuerySet(models.QuerySet[Any]):
    def newest_readable_by(self, user: AnyUser, committees: Collection[Committee]) -> "PublishedItemQuerySet":
        """Of the committees' versions that are still handed out to the user, of each report the newest.

        The versions are narrowed to the committees too: else those of all committees would be looked through.
        """
        publications = self.model.publication.field.related_model.objects.filter(committee__in=committees)
        newest = publications.newest_readable_by(user).order_by()
        return self.filter(committee__in=committees, publication__in=newest)

    def in_plan_order(self) -> "PublishedItemQuerySet":
        """Publication by publication as they stand in their plan; total."""
        return self.order_by("publication", "position", "pk")


class JobQuerySet(models.QuerySet[Any]):
    def edited_by(self, user: AnyUser) -> "JobQuerySet":
        """Of the reports that the user composes."""
        return self.filter(committee__in=committees_where(user, Capability.EDIT_REPORT))

    def open_now(self) -> "JobQuerySet":
        return self.filter(state__in=(JobState.QUEUED, JobState.RUNNING))

    def due(self, now: datetime) -> "JobQuerySet":
        """Waiting for a worker, and for nothing else."""
        return self.filter(Q(due_at__isnull=True) | Q(due_at__lte=now), state=JobState.QUEUED)

    def newest_first(self) -> "JobQuerySet":
        return self.order_by("-asked_at", "-pk")


class WorkerQuerySet(models.QuerySet[Any]):
    def seen_since(self, moment: datetime) -> "WorkerQuerySet":
        return self.filter(seen_at__gte=moment)


class PresenceQuerySet(models.QuerySet[Any]):
    def there(self, now: datetime) -> "PresenceQuerySet":
        """Those who have it open just now."""
        return self.filter(seen_at__gte=now - STILL_THERE)

    def besides(self, user: User) -> "PresenceQuerySet":
        """The others, with their names and in the order of them; total."""
        return self.exclude(user=user).select_related("user").order_by("user__first_name", "user_id", "pk")


class SubscriptionQuerySet(models.QuerySet[Any]):
    def confirmed(self) -> "SubscriptionQuerySet":
        return self.filter(confirmed_at__isnull=False)

    def of_readers(self) -> "SubscriptionQuerySet":
        """By address; the others are accounts'."""
        return self.filter(user__isnull=True)


class PublicationLetterQuerySet(models.QuerySet[Any]):
    def waiting(self) -> "PublicationLetterQuerySet":
        """That no worker has taken."""
        return self.filter(taken_at__isnull=True, fault="")


class ReaderNoteQuerySet(models.QuerySet[Any]):
    def of_reader(self, user: AnyUser) -> "ReaderNoteQuerySet":
        """The person's own, and nobody else's, whatever their rights."""
        return self.filter(user=person(user)) if person(user) is not None else self.none()


class ReaderQuestionQuerySet(models.QuerySet[Any]):
    def unanswered(self) -> "ReaderQuestionQuerySet":
        return self.filter(answered_at__isnull=True)

    def to_answer_by(self, user: AnyUser) -> "ReaderQuestionQuerySet":
        """Without an answer, in the committees whose reports the user edits; those that have waited longest first."""
        committees = committees_where(user, Capability.EDIT_REPORT)
        return self.unanswered().filter(publication__committee__in=committees).order_by("asked_at", "pk")

    def about(self, report: models.Model) -> "ReaderQuestionQuerySet":
        """About any version of the report, those without an answer first, then the newest."""
        return self.filter(publication__report=report).order_by(
            models.F("answered_at").desc(nulls_first=True), "-asked_at", "-pk"
        )
