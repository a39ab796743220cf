"""A published report with enough in it to pick from, for tests of the page that readers meet."""

from reports.choices import Audience
from reports.commands.publishing import publish
from tests.builders import a_data_table, a_goal, a_level, a_report, a_section, an_assessment, an_indicator

AREAS = {"t": "Trygghet", "e": "Ekonomi"}
JUDGED = {
    "t": {"11": ("not_achieved", "achieved"), "12": ("achieved", "partly_achieved")},
    "e": {"21": ("achieved", "achieved")},
}


def a_report_to_read(world, **overrides):
    """Under the area Trygghet goals 11 and 12, under Ekonomi goal 21, judged by AFI and IFO."""
    plan, units = world.plan, [world.afi, world.ifo]
    plan.goals.all().delete()
    top, low = a_level(plan, name="Målområde", position=1), a_level(plan, name="Årsmål", position=2)
    for area, name in AREAS.items():
        above = a_goal(plan, level=top, key=area, number="", name=name)
        for key, statuses in JUDGED[area].items():
            goal = a_goal(plan, level=low, parent=above, key=key, number=key, name=f"Mål {key}", units=units)
            for unit, status in zip(units, statuses, strict=True):
                comment = f"<p>{unit.code} om {key}.</p>"
                an_assessment(world.round, goal, unit, status=status, comment=comment, state="approved")
    an_indicator(plan.goals.get(key="11"), units=[world.afi], key="i11", name="Väntetid")
    report = a_report(world.round, **{"slug": "delar-2017"} | overrides)
    a_data_table(report, ("row", "Lön", "1", "2"), ("row", "Lokaler", "3", "4"), key="kostnader")
    a_section(report, title="Inledning", kind="text", content="<p>Text.</p>")
    a_section(report, title="Översikt", kind="goal_overview")
    a_section(report, title="Mål för mål", kind="goal_follow_up")
    a_section(report, title="Indikatorer", kind="indicator_table")
    a_section(report, title="Kostnader", kind="data_table", options={"tabell": ["kostnader"]})
    return report


def sealed(report, by, audience=Audience.PUBLIC, note=""):
    return publish(report=report, audience=audience, change_note=note, accept_warnings=True, by=by)
