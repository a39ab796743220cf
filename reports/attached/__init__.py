"""Files that people attach: what they are is read from their contents, never from their names."""

from reports.attached.file import AttachedFileFault, CheckedFile, checked_file

__all__ = ["AttachedFileFault", "CheckedFile", "checked_file"]
