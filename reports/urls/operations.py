"""The addresses for the programs that look after the others. `AnswerProbes` answers them before anything else does."""

from django.urls import path

from reports.views.operations.health import alive, ready
from reports.views.operations.metrics import metrics

app_name = "operations"

urlpatterns = [
    path("halsa/", alive, name="alive"),
    path("halsa/redo/", ready, name="ready"),
    path("matt/", metrics, name="metrics"),
]
