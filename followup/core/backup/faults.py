"""Why a copy is not made or not put back, in words for whoever runs the command."""

from followup.core.faults import CommandRefused


class BackupRefused(CommandRefused):
    """Nothing was finished, and nothing that stood there before was changed, unless the sentence says so."""
