"""A provider where Anna signs in, and whose group `g` gives her a role in AFI."""

import pytest

from followup.accounts.models import GroupRole
from tests.accounts.openid_provider import Provider

ANNA = {
    "sub": "s-1",
    "email": "anna@kommun.example",
    "name": "Anna Ek",
    "preferred_username": "anna",
    "groups": ["g"],
}


@pytest.fixture
def provider(settings, world):
    GroupRole.objects.create(group="g", committee=world.committee, unit=world.afi, role="reporter")
    with Provider(person=dict(ANNA)) as provider:
        provider.use(settings)
        yield provider
