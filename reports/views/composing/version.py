"""Loading one published version of a report that one composes."""

from django.shortcuts import get_object_or_404

from reports.models import Publication, Report


def published_version(report: Report, version: int) -> Publication:
    """With what its page and its commands ask for; raises Http404. One query."""
    publications = Publication.objects.select_related("committee__municipality", "disclosure", "withdrawal")
    return get_object_or_404(publications, report=report, version=version)
