from followup.accounts.models.browser_session import BrowserSession
from followup.accounts.models.group_role import GroupRole
from followup.accounts.models.invitation import Invitation

__all__ = ["BrowserSession", "GroupRole", "Invitation"]
