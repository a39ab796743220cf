"""What a worker does when a publication is asked for."""

from django.utils.translation import gettext as _

from followup.core.access import COMMAND_LINE, Capability, may
from followup.core.faults import CommandRefused
from reports.choices import Audience
from reports.commands.jobs.hold import Hold
from reports.commands.jobs.letters import tell_of_publication
from reports.commands.publishing import next_version, publish


def make_publication(hold: Hold) -> None:
    """Publish what stands in the report now, checked now, as the person who asked and with that person's rights of now.

    The publication and the job's end are one transaction; then whoever scheduled it gets a letter.
    Raises what `publish` raises, CommandRefused, HoldLost.
    """
    job = hold.job
    by = job.asked_by or COMMAND_LINE
    if not may(by, Capability.PUBLISH, job.report.committee):
        raise CommandRefused(_("%(name)s får inte längre publicera nämndens rapporter.") % {"name": job.asked_by_name})
    version = next_version(job.report)
    if version != job.version:
        raise CommandRefused(
            _("Version %(version)s har redan publicerats på annat sätt. Läs den innan du publicerar en ny.")
            % {"version": job.version}
        )
    publication = publish(
        report=job.report,
        audience=Audience(job.audience),
        change_note=job.change_note,
        accept_warnings=False,
        by=by,
        progress=hold.tell,
        along=hold.finish,
    )
    tell_of_publication(job, publication)
