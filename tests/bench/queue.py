"""Publishing in the background, from asked for to done: one long report alone, and ten at once.

The reports are made, of about sixty pages each. The workers are those of `manage.py work` as they are started by
default, and warm: each has published. The floor is bare WeasyPrint of such a page in this process, warm. Wall time.
"""

import os
import statistics
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager

from tests.bench.installation import installation
from tests.bench.made import a_committee, asked_to_publish
from tests.bench.paper import bare, pages_of, parts_of
from tests.bench.rows import Row, seconds, tell, timed

AT_ONCE, WORKERS, ALONE, AREAS = 10, 2, 3, 16
LOOKED_EVERY = 0.1


def main():
    with installation():
        from reports.build import build_report

        reports = [a_long_report(number) for number in range(AT_ONCE)]
        source, style = parts_of(build_report(reports[0]))
        pages = pages_of(bare(source, style))
        with ExitStack() as started:
            started.enter_context(a_worker())
            published(reports[:1])
            alone = [published(reports[:1])[0] for _round in range(ALONE)]
            paper = statistics.median(timed(lambda: bare(source, style)) for _round in range(ALONE))
            started.enter_context(a_worker())
            published(reports[: 2 * WORKERS])
            together = published(reports)
    floor = f"bare WeasyPrint, same HTML: {seconds(paper)}, {pages} pages"
    told_alone(alone, paper, floor)
    told_together(together, paper, floor)


def told_alone(alone, paper, floor):
    took = statistics.median(took for _begun, took in alone)
    begun = statistics.median(begun for begun, _took in alone)
    told = f"{seconds(took)}, × {took / paper:.2f}; begun after {seconds(begun)}"
    tell(Row("jobs", "a publication, from asked for to done", floor, "", told))


def told_together(together, paper, floor):
    ends = sorted(took for _begun, took in together)
    share = ends[-1] / len(ends)
    told = (
        f"half done after {seconds(statistics.median(ends))}, all after {seconds(ends[-1])}; "
        f"{seconds(share)} for each, × {share / paper:.2f}"
    )
    tell(Row("jobs", f"{AT_ONCE} publications asked for at once, {WORKERS} workers", floor, "", told))


def a_long_report(number):
    """Of a committee of its own, with every warning let pass: ready to be published."""
    from reports.checks import findings_for
    from reports.checks.finding import Severity
    from reports.commands.findings import waive_findings
    from reports.models import Report
    from tests import builders

    plan = a_committee(f"Nämnd {number}", areas=AREAS, rounds=1)
    report = Report.objects.select_related("plan", "committee__municipality", "round").filter(plan=plan).last()
    found = {finding.fingerprint for finding in findings_for(report) if finding.severity == Severity.WARNING}
    person = builders.a_user(f"klara-{number}", is_superuser=True)
    if found:
        waive_findings(report=report, fingerprints=found, reason="Mätning.", by=person)
    return report


def published(reports):
    """Asked for all at once: for each the seconds until it was begun, and until it was done."""
    from reports.choices import JobState
    from reports.models import Job

    jobs = [asked_to_publish(report).pk for report in reports]
    asked = Job.objects.filter(pk__in=jobs)
    while any(JobState(state).is_open for state in asked.values_list("state", flat=True)):
        time.sleep(LOOKED_EVERY)
    assert all(job.state == JobState.DONE for job in asked), list(asked.values_list("state", "fault"))
    first = min(job.asked_at for job in asked)
    return [
        ((job.started_at - job.asked_at).total_seconds(), (job.finished_at - first).total_seconds()) for job in asked
    ]


@contextmanager
def a_worker():
    process = subprocess.Popen([sys.executable, "manage.py", "work", "--verbosity", "0"], env=os.environ)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main()
