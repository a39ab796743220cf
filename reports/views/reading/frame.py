"""What the site puts around a published version for its readers, beside what it tells of the version itself."""

from django.http import HttpRequest

from followup.core.access import Capability, may_in
from reports.models import Publication, ReaderNote, ReaderQuestion
from reports.sealed.outline import Outline
from reports.views.reading.choosing import selection_context


def reading_context(request: HttpRequest, shown: Publication, outline: Outline) -> dict[str, object]:
    """No query for readers who are not signed in; three for others, roles included."""
    context = selection_context(request, outline) | {"is_signed_in": request.user.is_authenticated}
    if not request.user.is_authenticated:
        return context
    context["notes"] = tuple(ReaderNote.objects.of_reader(request.user).filter(report=shown.report_id))
    if may_in(request.user, Capability.READ_INTERNAL, shown.committee):
        context["may_ask"] = True
        context["questions"] = ReaderQuestion.objects.filter(publication=shown).count()
    return context
