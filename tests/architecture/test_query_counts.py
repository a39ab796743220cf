"""No address asks more questions when there is more to tell: every one of the access matrix, at two sizes.

What is sent is empty, as in the matrix: what a full form asks stands in the tests of its page.
"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.architecture.access_rules import MATRIX
from tests.architecture.grown_world import FEW, MANY, grow
from tests.architecture.test_access_matrix import (  # noqa: F401 - fixtures
    address,
    answer_to,
    place,
    sign_in,
    ways_in,
)
from tests.bench.made import is_query


def asked(client, place, role):  # noqa: F811 - the fixture's value
    """By address the statements sent, for those that the role may open."""
    found = {}
    for name, rule in MATRIX.items():
        if role not in rule.allowed:
            continue
        with CaptureQueriesContext(connection) as captured:
            answer_to(client, rule.method, address(name, place))
        found[name] = [query["sql"] for query in captured if is_query(query["sql"])]
    return found


@pytest.mark.parametrize("role", ["superuser", "controller", "reporter", "reader", "anonymous"])
def test_more_rows_ask_no_more(role, client, world, cast, place):  # noqa: F811 - the fixture's value
    grow(world, cast, place, by=FEW)
    place.arguments["version"] = 2
    sign_in(client, getattr(cast, role))
    few = asked(client, place, role)
    grow(world, cast, place, by=MANY)
    many = asked(client, place, role)
    assert {name: (len(few[name]), len(many[name])) for name in few if len(few[name]) < len(many[name])} == {}
