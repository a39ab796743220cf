from goals.models.assignment import Assignment
from goals.models.goal import Goal, GoalContribution, GoalUnit
from goals.models.level import Level
from goals.models.plan import Plan

__all__ = ["Assignment", "Goal", "GoalContribution", "GoalUnit", "Level", "Plan"]
