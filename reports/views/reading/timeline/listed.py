"""The rows of the lists: every goal and indicator once, as the newest report has it, and the reports."""

from collections.abc import Sequence

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Window
from django.db.models.functions import RowNumber

from followup.core.access import AnyUser
from followup.core.choices import Sex
from followup.core.models import Committee
from goals.choices import GoalStatus
from reports.choices import SubjectKind
from reports.models import Publication, PublishedItem, PublishedOutcome, PublishedTarget


def listed_goals(user: AnyUser, committees: Sequence[Committee]) -> QuerySet[PublishedItem]:
    """Without the headings over others; two queries with their statuses."""
    return _newest(user, committees, SubjectKind.GOAL).filter(is_area=False).prefetch_related("statuses")


def listed_indicators(user: AnyUser, committees: Sequence[Committee]) -> QuerySet[PublishedItem]:
    """With the last figure of women and men together, and the target of its year.

    Of the whole where there is one, else of the unit and submeasure that come first.
    """
    figures = PublishedOutcome.objects.filter(item=OuterRef("pk"), sex=Sex.TOTAL).order_by(
        "unit", "submeasure", "-period_through", "-position"
    )
    aims = PublishedTarget.objects.filter(
        item=OuterRef("pk"),
        unit=OuterRef("last_unit"),
        submeasure=OuterRef("last_submeasure"),
        sex__in=("", Sex.TOTAL),
        year=OuterRef("last_through__year"),
    ).order_by("position", "pk")
    return (
        _newest(user, committees, SubjectKind.INDICATOR)
        .annotate(
            last_words=Subquery(figures.values("words")[:1]),
            last_unit=Subquery(figures.values("unit")[:1]),
            last_submeasure=Subquery(figures.values("submeasure")[:1]),
            last_value=Subquery(figures.values("value")[:1]),
            last_period=Subquery(figures.values("period")[:1]),
            last_through=Subquery(figures.values("period_through")[:1]),
        )
        .annotate(aim=Subquery(aims.values("words")[:1]))
    )


def listed_reports(user: AnyUser, committees: Sequence[Committee]) -> QuerySet[Publication]:
    """The newest version of each report that is still handed out, with its judged and its achieved goals counted."""
    judged = Q(items__kind=SubjectKind.GOAL) & ~Q(items__verdict="")
    return (
        Publication.objects.newest_readable_by(user)
        .filter(committee__in=committees)
        .select_related("committee", "disclosure")
        .annotate(
            judged=Count("items", filter=judged),
            achieved=Count("items", filter=judged & Q(items__verdict=GoalStatus.ACHIEVED)),
        )
        .order_by(F("as_of").desc(nulls_last=True), "-published_at", "-pk")
    )


def _newest(user: AnyUser, committees: Sequence[Committee], kind: SubjectKind) -> QuerySet[PublishedItem]:
    """Of each lineage the item in the newest dated report, the newest report's first; total."""
    ranked = (
        PublishedItem.objects.newest_readable_by(user, committees)
        .filter(kind=kind, publication__as_of__isnull=False)
        .annotate(
            rank=Window(
                RowNumber(),
                partition_by=[F("committee"), F("lineage")],
                order_by=[
                    F("publication__as_of").desc(),
                    F("publication__published_at").desc(),
                    F("publication").desc(),
                ],
            )
        )
        .filter(rank=1)
    )
    return (
        PublishedItem.objects.filter(pk__in=ranked.values("pk"))
        .select_related("publication", "committee")
        .order_by("-publication__as_of", "publication", "position", "pk")
    )
