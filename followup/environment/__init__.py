"""Settings read from the environment, typed. Every fault names the variable, what it held and what is allowed."""

import os
from collections.abc import Mapping

from followup.environment.mail import Mail, ReadsMail
from followup.environment.openid import OpenId, ReadsOpenId
from followup.environment.stores import ReadsStores
from followup.environment.values import DEVELOPMENT, DEVELOPMENT_SECRET, PRODUCTION

__all__ = ["DEVELOPMENT", "DEVELOPMENT_SECRET", "PRODUCTION", "Environment", "Mail", "OpenId"]


class Environment(ReadsStores, ReadsMail, ReadsOpenId):
    """A reader over `os.environ` (or any mapping, for tests). An empty variable counts as unset."""

    def __init__(self, source: Mapping[str, str] = os.environ) -> None:
        super().__init__(source)
