"""How many questions wait for an answer, for the main menu of those who answer them."""

from collections.abc import Callable

from django.http import HttpRequest

from reports.models import ReaderQuestion


def questions_to_answer(request: HttpRequest) -> dict[str, Callable[[], int]]:
    """Context processor: one query where the menu of an editor is shown, none on other pages."""

    def count() -> int:
        return ReaderQuestion.objects.to_answer_by(request.user).count()

    return {"questions_to_answer": count}
