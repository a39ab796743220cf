"""Every address of the administration × every role that administers nothing."""

import pytest
from django.urls import NoReverseMatch, reverse

from tests.architecture.access_rules import ADMINISTRATORS, EVERYONE
from tests.architecture.test_access_matrix import PATTERNS, answer_to, sign_in

ADMIN = sorted(name for name, pattern in PATTERNS.items() if name.startswith("admin:") and pattern.name)


@pytest.mark.parametrize("name", ADMIN)
def test_the_administration_is_shut_to_all_but_administrators(client, cast, world, name):
    converters = PATTERNS[name].pattern.converters
    values = {"app_label": "core", "content_type_id": 1, "object_id": world.committee.pk, "id": cast.reader.pk}
    try:
        url = reverse(name, kwargs={key: values.get(key, world.committee.pk) for key in converters})
    except NoReverseMatch:  # Django's admin names a pattern whose part is not a keyword
        url = reverse(name, args=["core"])
    for role in sorted(EVERYONE - ADMINISTRATORS):
        sign_in(client, getattr(cast, role))
        response = answer_to(client, "get", url)
        shut = response.status_code in {302, 403, 404}
        assert shut or name in {"admin:login", "admin:jsi18n", "admin:logout"}, (role, response.status_code)
