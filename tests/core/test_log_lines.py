"""What a line of the log holds, and what is taken out of it."""

import json
import logging
import sys

import pytest

from followup.core.logs.lines import formatter
from followup.core.logs.redaction import told, without_persons, without_values
from followup.core.logs.request_id import current_request_id, in_request, request_id_from


def line_of(words="sagt", *args, exc_info=None, **extra):
    record = logging.LogRecord("followup.test", logging.WARNING, __file__, 1, words, args, exc_info)
    record.__dict__ |= extra
    return json.loads(formatter(as_json=True).format(record))


def fault_of(raise_it):
    try:
        raise_it()
    except Exception:
        return sys.exc_info()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("to anna.andersson@kommun.example, refused", "to [e-mail], refused"),
        ("<kim@a.example>", "<[e-mail]>"),
        ("19640823-3234 and 640823-3234", "[identity number] and [identity number]"),
        ("at 192.0.2.17 now", "at [ip] now"),
        ("2026-11-26T17:52:48 version 5.2.19 page 12", "2026-11-26T17:52:48 version 5.2.19 page 12"),
    ],
)
def test_what_points_a_person_out_is_replaced_by_what_it_is(text, kept):
    assert without_persons(text) == kept


def test_what_a_fault_quotes_and_the_row_that_postgresql_tells_are_left_out():
    message = 'duplicate key value violates unique constraint "core_user_key"\nDETAIL:  Key (name)=(Anna) exists.\nMore'
    assert without_values(message) == "duplicate key value violates unique constraint […]\n[…]"


def test_a_traceback_says_where_and_of_what_kind_and_shows_no_values():
    def inner(name):
        raise KeyError(name)

    def outer(name):
        try:
            inner(name)
        except KeyError as fault:
            raise ValueError(f"no ”{name}” for '{name}'") from fault

    text = told(fault_of(lambda: outer("Anna Andersson")))
    assert "in inner" in text
    assert "KeyError: […]" in text
    assert text.splitlines()[-1] == "ValueError: no […] for […]"
    assert "Anders" not in text.replace('outer("Anna Andersson")', "")


def test_a_line_is_a_json_object_with_the_fields_that_are_known_and_no_other():
    line = line_of("request", route="reading:start", status=200, user="anna", request=object())
    assert line.pop("timestamp").endswith("Z")
    assert line == {
        "event": "request",
        "level": "warning",
        "logger": "followup.test",
        "route": "reading:start",
        "status": 200,
    }


def test_a_line_with_a_fault_has_it_as_words_on_the_same_line():
    line = line_of("failed", exc_info=fault_of(lambda: 1 / 0))
    assert line["exception"].endswith("ZeroDivisionError: division by zero")


def test_a_line_for_people_says_the_same():
    record = logging.LogRecord("followup.test", logging.WARNING, __file__, 1, "till %s", ("kim@a.example",), None)
    assert "till [e-mail]" in formatter(as_json=False).format(record)


def test_an_id_is_taken_over_only_if_it_can_be_one():
    proxys = "0123456789abcdef0123456789abcdef"
    assert request_id_from(proxys) == proxys
    for given in ("", "short", "x" * 65, "anna@kommun.example-long-enough", 'a"b' * 8):
        made = request_id_from(given)
        assert made != given
        assert len(made) == 32


def test_lines_carry_the_id_inside_and_not_outside():
    with in_request("a" * 32):
        assert line_of()["request_id"] == "a" * 32
        assert current_request_id() == "a" * 32
    assert "request_id" not in line_of()
    assert current_request_id() == ""
    with in_request(""):
        assert "request_id" not in line_of()
