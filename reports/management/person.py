"""Whom a command line is about: an account by its name, or somebody who only has an e-mail address here."""

from typing import Any

from django.core.management.base import CommandParser
from django.utils.translation import gettext as _

from followup.core.models import User
from reports.management.contract import CommandFault


def add_person_arguments(parser: CommandParser) -> None:
    parser.add_argument("username", metavar="USERNAME", nargs="?", help="the account, by its user name")
    parser.add_argument("--email", metavar="ADDRESS", help="instead: a subscriber, or somebody who was invited")


def asked_person(options: dict[str, Any]) -> User | str:
    """The account, or the address. Raises CommandFault."""
    username, email = options["username"], options["email"]
    if bool(username) == bool(email):
        raise CommandFault(_("Ange antingen ett användarnamn eller --email."))
    if email:
        return str(email).strip().lower()
    user = User.objects.filter(username=username).first()
    if user is None:
        raise CommandFault(_("Användaren %(username)s finns inte.") % {"username": username})
    return user
