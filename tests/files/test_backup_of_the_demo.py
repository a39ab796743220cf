"""The whole way: the demo is copied, put back somewhere empty, and is the same there. And while others write."""

import json
import time
from pathlib import Path

from followup.core.files.folder import ContentFolder
from followup.core.files.keys import key_of, sums_in
from tests.files.installation import DEMO, PAGES

OWN_EVENTS = ("'backed_up'", "'restored'")

WRITES = """
import os, sys, time
import django
django.setup()
from followup.core.access import COMMAND_LINE
from followup.core.models import User
from reports.attached.file import CheckedFile
from reports.commands.attachments import add_attachment, delete_attachment
from reports.models import Report
from tests.builders import a_committee, a_plan, a_report, a_round
report = a_report(a_round(a_plan(a_committee())))
by = User.objects.create_superuser("skrivare", password="ett-langt-losenord")
stop, number = os.environ["STOP"], 0
while not os.path.exists(stop):
    number += 1
    content = b"%PDF-1.7 " + str(number).encode() * 5000
    attachment = add_attachment(
        report=report, title=f"Bilaga {number}", description="", address="", alternative_text="", by=by,
        file=CheckedFile("plan.pdf", "application/pdf", content),
    )
    if number % 3 == 0:
        delete_attachment(attachment=attachment, by=by)
    if report.attachments.count() > 40:
        for each in report.attachments.all():
            delete_attachment(attachment=each, by=by)
"""

ONE_REPORT = """
import django
django.setup()
from followup.core.access import COMMAND_LINE
from reports.choices import Audience
from reports.commands.publishing import publish
from reports.render import RENDERERS, Format
from tests.builders import a_committee, a_level, a_plan, a_report, a_round, a_section
RENDERERS[Format.PDF] = lambda document: b"%PDF-1.7"
plan = a_plan(a_committee())
a_level(plan)
report = a_report(a_round(plan))
a_section(report, content="<p>Text.</p>")
publish(report=report, audience=Audience.PUBLIC, change_note="", accept_warnings=True, by=COMMAND_LINE)
"""


def alike(source, target):
    """Row by row, but for the events of copying and putting back, which each side has of its own."""
    there, here = source.rows(), target.rows()
    events = "core_auditevent"
    without = [
        sorted(row for row in rows.pop(events) if not any(action in row for action in OWN_EVENTS))
        for rows in (there, here)
    ]
    assert without[0] == without[1]
    assert there.keys() == here.keys()
    assert [name for name in there if there[name] != here[name]] == []


def test_the_demo_is_the_same_when_it_is_put_back(an_installation, tmp_path):
    source, target, copies = an_installation(), an_installation(), tmp_path / "copies"
    source.manage("migrate", "-v0")
    source.script(DEMO)
    copied = source.manage("backup", copies)
    count = len(list(sums_in(ContentFolder(source.files))))
    assert f"files {count} ({count} new)" in copied
    assert f"files {count}" in target.manage("restore", copies)
    alike(source, target)
    stored = [list(sums_in(ContentFolder(each.files))) for each in (source, target)]
    assert stored[0] == stored[1]
    assert len(stored[0]) == count > 30
    for sha256 in stored[0]:
        assert Path(target.files, key_of(sha256)).read_bytes() == Path(source.files, key_of(sha256)).read_bytes()
    assert json.loads(source.script(PAGES)) == json.loads(target.script(PAGES))
    assert target.manage("verify_publications").count("oförändrad") == 7
    told = target.ask("SELECT action, actor_name, object_type FROM core_auditevent ORDER BY id DESC LIMIT 1")
    assert [tuple(row) for row in told] == [("restored", "kommandoraden", "installation")]
    assert "inte tom" in target.manage("restore", copies, ends_with=1)
    assert f"files {count}" in target.manage("restore", copies, "--replace")
    alike(source, target)
    assert "0 new" in source.manage("backup", copies)


def test_a_copy_made_while_others_write_has_every_row_with_its_file(an_installation, tmp_path):
    source, copies = an_installation(), tmp_path / "copies"
    source.environment["STOP"] = str(tmp_path / "stop")
    source.manage("migrate", "-v0")
    writer = source.begin(WRITES)
    try:
        wait_for_rows(source, writer)
        for _number in range(2):
            source.manage("backup", copies)
            assert writer.poll() is None
    finally:
        (tmp_path / "stop").touch()
        assert writer.wait(60) == 0
    finished = sorted(path for path in copies.iterdir() if path.name.startswith("2"))
    counts = []
    for copy in finished:
        target = an_installation()
        target.manage("restore", copy)
        named = target.ask("SELECT sha256, size FROM reports_attachmentfile")
        for sha256, size in named:
            assert Path(target.files, key_of(sha256)).stat().st_size == size
        counts.append(target.ask("SELECT count(*) FROM core_auditevent WHERE action = 'created'")[0][0])
    assert counts == sorted(counts)
    assert counts[0] < counts[-1]


def wait_for_rows(source, writer):
    give_up_at = time.monotonic() + 60
    while source.ask("SELECT count(*) FROM reports_attachmentfile")[0][0] < 3:
        assert writer.poll() is None
        assert time.monotonic() < give_up_at
        time.sleep(0.1)


def test_a_bucket_is_copied_and_put_back_too(an_installation, tmp_path, bucket, settings):
    options = settings.STORAGES["default"]["OPTIONS"]
    asked = f"?endpoint={options['endpoint_url']}&region=eu-north-1"
    source = an_installation(f"s3://{options['bucket_name']}/kalla{asked}")
    source.manage("migrate", "-v0")
    source.script(ONE_REPORT)
    assert "oförändrad" in source.manage("verify_publications")
    assert "marked 0" in source.manage("prune_files")
    assert "files 6 (6 new)" in source.manage("backup", tmp_path / "copies")
    in_bucket = an_installation(f"s3://{options['bucket_name']}/mal{asked}")
    in_folder = an_installation()
    for target in (in_bucket, in_folder):
        target.manage("restore", tmp_path / "copies")
        alike(source, target)
        assert "oförändrad" in target.manage("verify_publications")
        assert json.loads(source.script(PAGES)) == json.loads(target.script(PAGES))
