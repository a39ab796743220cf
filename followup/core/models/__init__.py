from followup.core.models.audit import AuditEvent
from followup.core.models.logo import MunicipalityLogo
from followup.core.models.organisation import Committee, Municipality, Unit
from followup.core.models.people import Membership, User
from followup.core.models.period_lock import PeriodLock
from followup.core.models.stored_file import UnreferencedFile

__all__ = [
    "AuditEvent",
    "Committee",
    "Membership",
    "Municipality",
    "MunicipalityLogo",
    "PeriodLock",
    "Unit",
    "UnreferencedFile",
    "User",
]
