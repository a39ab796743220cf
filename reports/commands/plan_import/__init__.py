"""Writing a book: what it says anew is made, what it says otherwise changed, and what it marks removed."""

from reports.commands.plan_import.command import BookFile, ImportedPlan, PlanChanged, changes_of, import_plan
from reports.commands.plan_import.place import known_ids

__all__ = ["BookFile", "ImportedPlan", "PlanChanged", "changes_of", "import_plan", "known_ids"]
