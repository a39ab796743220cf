"""What must hold in the database whatever was killed: nothing acknowledged is lost, and nothing is half done."""

import re
from collections import Counter

FILES = {"html", "pdf", "xlsx", "json", "checks", "manifest"}


def losses(savers, importer, publisher):
    """Sentences, one for each thing that does not hold. What is acknowledged is looked at before what is stored."""
    acknowledged = [(saver.address, saver.acknowledged[-1]) for saver in savers if saver.acknowledged]
    imported, ordered = list(importer.acknowledged), list(publisher.acknowledged)
    return [
        *_lost_saves(acknowledged),
        *_saves_without_history(),
        *_lost_imports(imported),
        *_lost_jobs(ordered),
        *_half_publications(),
    ]


def _lost_saves(acknowledged):
    from reports.models import Assessment

    for address, number in acknowledged:
        round, unit, goal = re.findall(r"\d+", address)
        stored = Assessment.objects.filter(round=round, unit=unit, goal=goal).first()
        found = int(re.search(r"Text (\d+)", stored.comment)[1]) if stored else None
        if found is None or found < number:
            yield f"{address}: text {number} was acknowledged, {found} is stored"


def _saves_without_history():
    from reports.models import Assessment

    for answer in Assessment.objects.filter(comment__contains="Text "):
        newest = answer.history.first()
        told = (newest.comment, newest.version) if newest else None
        current = Assessment.objects.get(pk=answer.pk)
        if current.version == answer.version and told != (answer.comment, answer.version):
            yield f"answer {answer.pk}: {answer.comment!r} is stored, its history tells {told}"


def _lost_imports(imported):
    from followup.core.models import AuditEvent
    from goals.models import Goal

    goals = Goal.objects.filter(plan__slug="verksamhetsplan-2022")
    words = {", ".join(told) for told in goals.values_list("responsible", flat=True)}
    if not imported:
        return
    if len(words) != 1:
        yield f"an import is half done: the goals say {sorted(words)}"
        return
    found = re.search(r"Inläsning (\d+)", words.pop())
    if found is None or int(found[1]) < imported[-1]:
        yield f"import {imported[-1]} was acknowledged, {found and found[1]} is stored"
    events = AuditEvent.objects.filter(action="imported").count()
    if events < len(imported):
        yield f"{len(imported)} imports were acknowledged, {events} are told in the audit trail"


def _lost_jobs(ordered):
    from reports.models import Job

    for key, number in ordered:
        if not Job.objects.filter(pk=number, key=key).exists():
            yield f"job {number} was acknowledged and is not there"


def _half_publications():
    from followup.core.models import AuditEvent
    from reports.models import Publication, PublishedItem, PublishedPassage

    events = Counter(
        AuditEvent.objects.filter(action="published", object_type="reports.publication").values_list(
            "object_id", flat=True
        )
    )
    for version in Publication.objects.prefetch_related("files"):
        files = {each.format for each in version.files.all()}
        if files != FILES:
            yield f"{version}: has the files {sorted(files)}"
        if events[str(version.pk)] != 1:
            yield f"{version}: {events[str(version.pk)]} events tell of it"
        if not PublishedPassage.objects.filter(publication=version).exists():
            yield f"{version}: cannot be found by search"
        if not PublishedItem.objects.filter(publication=version).exists() and version.plan_from is None:
            yield f"{version}: is not in the index"


def unfinished(publisher):
    """How the jobs that were ordered ended, once there is nothing left to do: (counts by state, sentences)."""
    from reports.models import Job, NewestVersion, Publication

    jobs = list(Job.objects.filter(report=publisher.report, kind="publication"))
    states = Counter(job.state for job in jobs)
    faults = [f"job {job.pk} is {job.state}" for job in jobs if job.is_open]
    faults += [f"job {job.pk}: {job.fault}" for job in jobs if job.state == "failed" and job.interruptions < 2]
    made = Publication.objects.filter(report=publisher.report).order_by("version")
    versions = [each.version for each in made]
    if versions != list(range(1, len(versions) + 1)):
        faults.append(f"the versions are numbered {versions}")
    if len(versions) - 1 != states["done"]:
        faults.append(f"{states['done']} jobs are done, {len(versions) - 1} versions were made")
    newest = list(NewestVersion.objects.filter(report=publisher.report).values_list("publication__version", flat=True))
    if newest != versions[-1:]:
        faults.append(f"the newest version is noted as {newest}, and is {versions[-1]}")
    return dict(states), faults
