"""`/konto/mina-uppgifter/`: what is kept about the person, and taking it away as a file."""

from allauth.account.decorators import reauthentication_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from followup.core.models import User
from reports.commands.personal_data.erasing import would_erase
from reports.commands.personal_data.extract import extract_person


@require_safe
@never_cache
def own_data(request: HttpRequest) -> HttpResponse:
    """How much there is of what belongs to the account alone. As many queries as kinds of it."""
    user = get_object_or_404(User, pk=request.user.pk or 0)
    return render(request, "reports/personal_data/own.html", {"erased": would_erase(user=user)})


@require_POST
@never_cache
@reauthentication_required
def own_data_file(request: HttpRequest) -> HttpResponse:
    """`format=text` for words, JSON otherwise. Whoever signed in a while ago confirms that it is they."""
    user = get_object_or_404(User, pk=request.user.pk or 0)
    extract = extract_person(user=user, now=timezone.now(), by=user)
    is_text = request.POST.get("format") == "text"
    kind, ending = ("text/plain", "txt") if is_text else ("application/json", "json")
    headers = {
        "Content-Disposition": f'attachment; filename="mina-uppgifter.{ending}"',
        "Cache-Control": "private, no-store",
    }
    content = extract.as_text if is_text else extract.as_json
    return HttpResponse(content, content_type=f"{kind}; charset=utf-8", headers=headers)
