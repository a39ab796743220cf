"""What readers are shown while the database does not answer: public pages and files, kept in a folder."""

from reports.standby.folder import LARGEST, KeptPage, StandbyFolder, standby

__all__ = ["LARGEST", "KeptPage", "StandbyFolder", "standby"]
