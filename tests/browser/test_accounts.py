"""One's own account in a browser: keys with a virtual authenticator, the pages at two widths, without JavaScript."""

import re

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import expect

from followup.accounts.commands.invitations import hash_of
from followup.accounts.models import GroupRole
from tests.accounts.openid_provider import Provider
from tests.accounts.signing_in import PASSWORD, a_code, a_totp, recovery_codes
from tests.browser.conftest import assert_accessible, assert_no_overflow
from tests.builders import an_invitation

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def sign_in(page, name="controller"):
    page.goto("/logga-in/")
    page.get_by_label("Användarnamn eller e-postadress").fill(name)
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Logga in", exact=True).click()


def sign_out(page):
    page.get_by_role("button", name="Logga ut", exact=True).first.click()


@pytest.fixture
def authenticator(page):
    """A key of the browser's own that says yes, with fingerprint: `set_verified(False)` takes the finger away."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    key = session.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]

    def set_verified(verified):
        session.send("WebAuthn.setUserVerified", {"authenticatorId": key, "isUserVerified": verified})

    return set_verified


def test_a_key_is_added_and_lets_in_alone_also_where_a_second_factor_is_demanded(page, cast, authenticator, settings):
    settings.SECOND_FACTOR_ROLES = frozenset({"controller"})
    sign_in(page)
    expect(page.get_by_text("Din roll kräver en andra faktor")).to_be_visible()
    page.get_by_role("link", name="Lägg till en nyckel").click()
    page.get_by_label("Vad nyckeln ska heta").fill("Min dator")
    page.get_by_role("button", name="Lägg till nyckeln").click()
    expect(page.get_by_role("heading", name="Reservkoder")).to_be_visible()
    page.goto("/konto/nycklar/")
    expect(page.get_by_role("heading", name="Min dator")).to_be_visible()
    expect(page.get_by_text("Loggar in utan lösenord.")).to_be_visible()
    sign_out(page)
    page.goto("/logga-in/?next=/planer/")
    page.get_by_role("button", name="Använd nyckeln").click()
    page.wait_for_url(re.compile(r"^http://[^/]+/planer/$"))
    page.goto("/konto/inloggningar/")
    expect(page.get_by_text("med nyckel.")).to_be_visible()


def test_a_key_is_the_second_step_after_the_password(page, cast, authenticator):
    sign_in(page)
    page.goto("/konto/nycklar/ny/")
    page.get_by_label("Logga in med bara nyckeln, utan lösenord").uncheck()
    page.get_by_role("button", name="Lägg till nyckeln").click()
    expect(page.get_by_role("heading", name="Reservkoder")).to_be_visible()
    sign_out(page)
    sign_in(page)
    expect(page.get_by_role("heading", name="Logga in: andra steget")).to_be_visible()
    page.get_by_role("button", name="Använd en nyckel i stället").click()
    page.wait_for_url(re.compile("/$"))
    expect(page.get_by_role("button", name="Logga ut")).to_be_visible()


def test_a_key_that_is_not_used_is_told_of_in_the_page(page, cast, authenticator):
    authenticator(False)
    page.goto("/logga-in/")
    page.get_by_role("button", name="Använd nyckeln").click()
    expect(page.get_by_role("alert")).to_contain_text("Nyckeln gick inte att använda.")


@pytest.mark.parametrize("java_script", [True, False])
def test_an_app_is_the_second_step_with_and_without_javascript(open_page, cast, java_script):
    a_totp(cast.controller)
    page = open_page(java_script=java_script)
    sign_in(page)
    expect(page.get_by_role("button", name="Använd en nyckel i stället")).to_have_count(0)
    page.get_by_label("Kod").fill(a_code())
    page.get_by_role("button", name="Logga in", exact=True).click()
    page.wait_for_url(re.compile("/$"))
    page.goto("/konto/")
    expect(page.get_by_role("heading", name="Mitt konto")).to_be_visible()
    if not java_script:
        page.goto("/logga-in/glomt/")
        expect(page.get_by_role("button", name="Skicka en länk")).to_be_visible()


def test_by_keyboard_alone(page, cast):
    page.goto("/logga-in/")
    page.get_by_label("Användarnamn eller e-postadress").focus()
    page.keyboard.type("reporter")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/$"))
    expect(page.get_by_role("button", name="Logga ut")).to_be_visible()


def test_over_to_the_provider_and_back_under_the_content_policy(page, cast, world, settings):
    """The policy lets a form on to the provider's origin; without it the browser would stop there."""
    GroupRole.objects.create(group="g", committee=world.committee, role="reader")
    with Provider(person={"sub": "1", "email": "a@b.se", "name": "Anna Ek", "groups": ["g"]}) as provider:
        provider.use(settings)
        directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
        settings.CONTENT_SECURITY_POLICY = {
            "DIRECTIVES": directives | {"form-action": [*directives["form-action"], provider.issuer]}
        }
        page.goto("/logga-in/")
        assert_accessible(page)
        assert_no_overflow(page)
        page.get_by_role("button", name="Logga in med Kommunens inloggning").click()
        expect(page.get_by_role("button", name="Logga ut")).to_be_visible()
        page.goto("/konto/koppling/")
        assert_accessible(page)


OPEN = ["/logga-in/", "/logga-in/glomt/", "/logga-in/glomt/skickat/", "/logga-in/glomt/klart/", "/logga-in/avslutat/",
        "/logga-in/avbruten/", "/inbjudan/finns-inte/", "/inbjudan/finns/", "/logga-in/glomt/1-x/"]  # fmt: skip
OWN = ["/konto/", "/konto/losenord/", "/konto/tvafaktor/", "/konto/tvafaktor/app/ta-bort/", "/konto/nycklar/",
       "/konto/nycklar/ny/", "/konto/tvafaktor/reservkoder/", "/konto/tvafaktor/reservkoder/nya/",
       "/konto/inloggningar/", "/konto/mina-uppgifter/", "/konto/koppling/", "/konto/bekrafta/kod/",
       "/inbjudningar/"]  # fmt: skip


def look(page, address):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address)
    expect(page).to_have_url(address)
    assert_accessible(page)
    assert_no_overflow(page)
    assert_accessible(page)


def test_the_pages_before_signing_in(open_page, cast, world):
    an_invitation(world.committee, token_hash=hash_of("finns"))
    page = open_page(expected=("410",))
    for address in OPEN:
        look(page, address)


def test_the_pages_of_an_account(page, cast, world):
    a_totp(cast.administrator)
    recovery_codes(cast.administrator)
    an_invitation(world.committee, email="en.mycket.lang.adress.som.tar.plats@forvaltningen.kommun.example")
    page.goto("/logga-in/")
    sign_in(page, "administrator")
    look(page, "/logga-in/andra-faktorn/")
    page.get_by_label("Kod").fill(a_code())
    page.get_by_role("button", name="Logga in", exact=True).click()
    page.wait_for_url(re.compile("/$"))
    for address in OWN:
        look(page, address)
    page.goto("/konto/losenord/")
    page.get_by_role("button", name="Byt lösenord").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert_accessible(page)
    Authenticator.objects.all().delete()
    look(page, "/konto/tvafaktor/app/")
    look(page, "/konto/bekrafta/")
