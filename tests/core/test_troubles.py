"""Which faults pass by themselves, for everybody or for one alone, and what is answered then."""

import errno
import sqlite3

import pytest
from django.db import InterfaceError, OperationalError
from django.test import Client

from followup.core.troubles import Trouble, trouble_of


class Fault(Exception):
    def __init__(self, **told):
        vars(self).update(told)


def fault_because(kind, **told):
    fault = kind("words")
    fault.__cause__ = Fault(**told)
    return fault


@pytest.mark.parametrize(
    ("fault", "trouble"),
    [
        (OSError(errno.ENOSPC, "full"), Trouble.FULL),
        (fault_because(OperationalError, sqlite_errorname="SQLITE_FULL"), Trouble.FULL),
        (fault_because(OperationalError, sqlstate="53100"), Trouble.FULL),
        (fault_because(OperationalError, sqlstate="57P01"), Trouble.GONE),
        (fault_because(OperationalError, sqlstate="08006"), Trouble.GONE),
        (fault_because(OperationalError, sqlstate="53300"), Trouble.GONE),
        (fault_because(OperationalError, sqlstate=None), Trouble.GONE),
        (fault_because(OperationalError, sqlite_errorname="SQLITE_CANTOPEN"), Trouble.GONE),
        (fault_because(OperationalError, sqlite_errorname="SQLITE_IOERR_READ"), Trouble.GONE),
        (InterfaceError("connection already closed"), Trouble.GONE),
        (fault_because(OperationalError, sqlstate="40P01"), Trouble.BUSY),
        (fault_because(OperationalError, sqlstate="55P03"), Trouble.BUSY),
        (fault_because(OperationalError, sqlstate="40001"), Trouble.BUSY),
        (fault_because(OperationalError, sqlite_errorname="SQLITE_BUSY"), Trouble.BUSY),
        (fault_because(OperationalError, sqlite_errorname="SQLITE_BUSY_SNAPSHOT"), Trouble.BUSY),
        (fault_because(OperationalError, sqlite_errorname="SQLITE_LOCKED"), Trouble.BUSY),
        (fault_because(OperationalError, sqlstate="57014"), None),
        (fault_because(OperationalError, sqlstate="54000"), None),
        (fault_because(OperationalError, sqlite_errorname="SQLITE_ERROR"), None),
        (OSError(errno.ENOENT, "none"), None),
        (ValueError(), None),
        (None, None),
    ],
)
def test_trouble_is_told_from_a_fault_of_ours(fault, trouble):
    assert trouble_of(fault) is trouble


def test_sqlite_names_its_errors():
    with pytest.raises(sqlite3.OperationalError) as caught:
        sqlite3.connect(":memory:").execute("SELECT * FROM missing")
    assert caught.value.sqlite_errorname == "SQLITE_ERROR"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fault", "status", "words"),
    [
        (fault_because(OperationalError, sqlstate="57P01"), 503, "Databasen svarar inte"),
        (fault_because(OperationalError, sqlstate="40P01"), 503, "Försök igen"),
        (fault_because(OperationalError, sqlstate="57014"), 500, "Något gick fel hos oss"),
        (fault_because(OperationalError, sqlite_errorname="SQLITE_FULL"), 507, "Det finns inte plats kvar"),
        (ValueError(), 500, "Något gick fel hos oss"),
    ],
)
def test_a_fault_in_a_view_becomes_a_page_in_words(settings, tmp_path, monkeypatch, fault, status, words):
    settings.VAR_DIR = tmp_path

    def fail(_user):
        raise fault

    monkeypatch.setattr("reports.views.reading.start.listed_committees", fail)
    response = Client(raise_request_exception=False).get("/")
    assert response.status_code == status
    assert words in response.content.decode()
