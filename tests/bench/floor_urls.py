"""The least that a save can be: a signed-in request, one UPDATE and one INSERT in a transaction."""

from django.db import connection, transaction
from django.http import HttpResponse
from django.urls import path


def write(request):
    assert request.user.is_authenticated
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT max(id), max(history_id) FROM reports_historicalassessment")
        row, record = cursor.fetchone()
        cursor.execute("UPDATE reports_assessment SET comment = %s WHERE id = %s", [request.POST["comment"], row])
        cursor.execute(_copied(), [record])
    return HttpResponse(status=204)


def _copied():
    """A row of history like the one of a number."""
    from reports.models import Assessment

    fields = [field.column for field in Assessment.history.model._meta.concrete_fields if not field.primary_key]
    columns = ", ".join(f'"{column}"' for column in fields)
    table = "reports_historicalassessment"
    return f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {table} WHERE history_id = %s"


urlpatterns = [path("golv/", write)]
