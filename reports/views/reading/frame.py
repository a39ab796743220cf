"""What the site puts around a published version for its readers, beside what it tells of the version itself."""

from django.http import HttpRequest

from reports.models import Publication, ReaderNote
from reports.sealed.outline import Outline
from reports.views.questions.by_row import may_read_questions, questions_by_row
from reports.views.reading.choosing import selection_context


def reading_context(request: HttpRequest, shown: Publication, outline: Outline) -> dict[str, object]:
    """No query for readers who are not signed in; three for others, roles included."""
    context = selection_context(request, outline) | {"is_signed_in": request.user.is_authenticated}
    if not request.user.is_authenticated:
        return context
    context["notes"] = tuple(ReaderNote.objects.of_reader(request.user).filter(report=shown.report_id))
    if may_read_questions(request, shown):
        context["may_ask"] = True
        context["asked"] = asked = questions_by_row(shown, outline)
        context["questions"] = sum(len(each.questions) for each in asked)
    return context
