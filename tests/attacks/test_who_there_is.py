"""Who there is: what somebody outside can learn of accounts, invitations and subscribers by asking and by timing."""

import re
import time
from datetime import timedelta
from statistics import median
from uuid import uuid4

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher, make_password
from django.contrib.auth.tokens import default_token_generator
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.http import int_to_base36

from followup.accounts.commands.invitations import invite, revoke
from followup.accounts.models import Invitation
from followup.core.models import User
from reports.commands.subscriptions.links import ending_token
from reports.models import Subscription
from tests.accounts.signing_in import PASSWORD, a_totp, is_signed_in
from tests.attacks.attack import attack
from tests.builders import a_subscription, a_user

PASSWORDS = {"first_name": "Nils", "last_name": "Ny", "password1": "ett-nytt-langt-losenord"}
NEW = PASSWORDS | {"password2": PASSWORDS["password1"]}


@pytest.fixture
def hashed(monkeypatch):
    """Every password that is hashed."""
    found, encode = [], MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda self, *of: found.append(of) or encode(self, *of))
    return found


def answer_of(method, url, data=None, *, but=()):
    """Status, where it leads, words, and how many questions the database was asked; without the words in `but`."""
    with CaptureQueriesContext(connection) as asked:
        response = method(url, data)
    words = re.sub(r'value="[^"]*"', "", response.content.decode())
    for each in but:
        words = words.replace(each, "")
    return response.status_code, response.get("Location", ""), words, len(asked)


@pytest.fixture
def accounts(cast):
    """Accounts of every kind, by address: one as others, one that has ended, one with a second factor, one without a
    password here, one that is called by its address; and two addresses without any."""
    kinds = {"vanlig": {}, "avslutad": {"is_active": False}, "dubbel": {}, "extern": {"password": make_password(None)}}
    kinds["inbjuden"] = {"username": "inbjuden@kommun.example"}
    for name, values in kinds.items():
        person = a_user(name, email=f"{name}@kommun.example")
        User.objects.filter(pk=person.pk).update(**values)
    a_totp(User.objects.get(username="dubbel"))
    return [*(f"{name}@kommun.example" for name in kinds), "ingen@kommun.example", "ingen.alls@annan.example"]


@attack(
    1001,
    "who has an account: signing in with a name that is known and one that is not, inactive ones, another case, "
    "spaces, look-alikes in Unicode",
    "The same status and words, and as many questions to the database; a password is hashed as often in either case.",
)
def test_signing_in_tells_nothing_of_who_has_an_account(client, cast, hashed):
    cast.reader.is_active = False
    cast.reader.save()
    answers = []
    for name in (
        "reporter",
        "finns-inte",
        "reader",
        "REPORTER",
        " reporter",
        "ｒｅｐｏｒｔｅｒ",
        "reporter\u200b",
        "' OR 1=1 --",
    ):
        hashed.clear()
        with CaptureQueriesContext(connection) as asked:
            response = client.post("/logga-in/", {"login": name, "password": "fel-losenord-helt"})
        words = re.sub(r'value="[^"]*"', "", response.content.decode())
        answers.append((response.status_code, words, len(asked), len(hashed)))
    assert len(set(answers)) == 1
    assert hashed


@attack(
    1005,
    "who subscribes: an address that is known and one that is not, and confirmations and endings that are made up, "
    "forged or used",
    "The same answer and the same number of questions to the database; a forged link is as one that was used.",
)
def test_subscribing_tells_nothing_of_who_subscribes(client, world):
    known = a_subscription(world.committee, address="kand@exempel.se")
    asked = {"committees": [world.committee.slug]}
    answers = {
        answer_of(client.post, "/prenumerera/", asked | {"address": to}) for to in (known.address, "ny@exempel.se")
    }
    assert len(answers) == 1
    assert Subscription.objects.get(pk=known.pk).confirmed_at == known.confirmed_at
    used = ending_token(known.key)
    assert client.post(f"/prenumerera/avsluta/{used}/").status_code == 200
    assert not Subscription.objects.filter(pk=known.pk).exists()
    forged = (used, ending_token(uuid4()))
    assert len({answer_of(client.get, f"/prenumerera/avsluta/{token}/") for token in forged}) == 1
    assert (
        len({answer_of(client.get, f"/prenumerera/avsluta/{token}/")[:2] for token in (used, "x", "a:b:c", "1" * 500)})
        == 1
    )
    assert {client.get(f"/prenumerera/bekrafta/{token}/").status_code for token in ("x", "a:b", "%00")} == {404}


@attack(
    1006,
    "who has an account, by e-mail address when signing in: one that is known, in capitals, of an ended account, of "
    "one with a second factor, of one without a password, of one that is called by its address, and unknown ones",
    "The same status and words, as many questions to the database, and a password hashed as often, whichever it is; "
    "after too many tries all are refused alike.",
)
def test_signing_in_tells_nothing_of_whose_an_address_is(client, accounts, hashed):
    answers, refusals = [], []
    for address in (*accounts, "VANLIG@KOMMUN.EXAMPLE"):
        cache.clear()
        hashed.clear()
        typed = {"login": address, "password": "fel-losenord-helt"}
        answers.append((answer_of(client.post, "/logga-in/", typed, but=[address]), len(hashed)))
        for _ in range(4):
            client.post("/logga-in/", typed)
        refusals.append(answer_of(client.post, "/logga-in/", typed | {"password": PASSWORD}, but=[address]))
    assert len(set(answers)) == 1
    assert answers[0][1]
    assert len(set(refusals)) == 1
    assert "För många" in refusals[0][2]
    assert not is_signed_in(client)


TRIES = 15


@attack(
    1007,
    "who has an account, by a new password that is asked for: the same addresses, and links with a token that is "
    f"forged, used or of another account; the time of {TRIES} answers for each address",
    "The same answers, page after page, and as many questions to the database: a worker looks it up and writes the "
    "letter. No address takes half as long again as another by the median. A link that is not good says the same for "
    "all.",
)
def test_a_forgotten_password_tells_nothing_of_whose_an_address_is(client, accounts, settings):
    answers, times = {}, {}
    for address in accounts:
        cache.clear()
        asked = answer_of(client.post, "/logga-in/glomt/", {"email": address}, but=[address])
        answers[address] = asked, answer_of(client.get, asked[1], but=[address])
    for address in accounts * TRIES:
        cache.clear()
        before = time.process_time()
        client.post("/logga-in/glomt/", {"email": address})
        times.setdefault(address, []).append(time.process_time() - before)
    assert len(set(answers.values())) == 1
    assert max(map(median, times.values())) < 1.5 * min(map(median, times.values()))
    assert not mail.outbox
    known, other = (User.objects.get(email=address) for address in accounts[:2])
    used = default_token_generator.make_token(known)
    known.set_password("ett-annat-langt-losenord")
    known.save()
    numbers = {known.pk: used, other.pk: "x-y", other.pk + 1: default_token_generator.make_token(other), 10**9: "x-y"}
    links = {answer_of(client.get, f"/logga-in/glomt/{int_to_base36(pk)}-{token}/") for pk, token in numbers.items()}
    assert len(links) == 1
    assert "Länken gäller inte längre." in links.pop()[2]


def an_invitation_to(email, world, cast):
    return invite(
        email=email, committee=world.committee, unit=None, role="reader", now=timezone.now(), by=cast.administrator
    )


@attack(
    1008,
    "links of invitations: used, too old, taken back, replaced by a newer one, never there, cut short or in other "
    "letters, looked at and sent a form; and another's link, by somebody who has an account and by its own address",
    "Those that are not good say the same, with as many questions to the database, and make neither account nor role. "
    "Another's link gives nobody the role but the account of the address; who has an account gets no second one.",
)
def test_an_invitation_is_good_for_the_one_it_is_for_alone(world, cast):
    used, _old, taken = (an_invitation_to(f"{name}@kommun.example", world, cast) for name in ("bo", "ove", "tor"))
    replaced, _newer = (an_invitation_to("re@kommun.example", world, cast) for _ in range(2))
    Client().post(f"/inbjudan/{used[1]}/", NEW)
    assert User.objects.filter(email="bo@kommun.example").exists()
    Invitation.objects.filter(pk=_old[0].pk).update(expires_at=timezone.now() - timedelta(seconds=1))
    revoke(invitation=taken[0], now=timezone.now(), by=cast.administrator)
    open_one, token = an_invitation_to("nils@kommun.example", world, cast)
    bad = (used[1], _old[1], taken[1], replaced[1], "finns-inte", token[:-1], token.swapcase(), "x" * 500)
    people = set(User.objects.values_list("pk", flat=True))
    for method in (Client().get, Client().post):
        answers = {answer_of(method, f"/inbjudan/{each}/", NEW) for each in bad}
        assert len(answers) == 1
        assert answers.pop()[0] == 410
    person = Client()
    person.force_login(cast.outsider)
    assert "du är inloggad med ett annat konto" in person.post(f"/inbjudan/{token}/", NEW).content.decode()
    assert cast.outsider.memberships.count() == 1
    assert set(User.objects.values_list("pk", flat=True)) == people
    a_user("nils", email="Nils@kommun.example")
    assert Client().post(f"/inbjudan/{token}/", NEW).status_code == 200
    assert User.objects.filter(email__iexact="nils@kommun.example").count() == 1
    open_one.refresh_from_db()
    assert open_one.accepted_at is None


@attack(
    1009,
    "who has an account, by inviting: an address that has one, one that has ended, one without, and one that is "
    "invited already",
    "The inviter is told the same, with as many questions to the database, and a letter goes to each.",
)
def test_inviting_tells_nothing_of_who_has_an_account(client, world, cast, accounts):
    client.force_login(cast.administrator)
    asked = {"committee": world.committee.pk, "role": "reader", "unit": ""}
    client.get("/inbjudningar/")
    answers = {
        answer_of(client.post, "/inbjudningar/", asked | {"email": each})
        for each in (*accounts, accounts[0], accounts[-1])
    }
    assert len(answers) == 1
    assert [letter.to for letter in mail.outbox] == [[each] for each in (*accounts, accounts[0], accounts[-1])]
