"""A version as one ZIP: everything that was stored, the same bytes each time, and sums that a plain tool can verify."""

import json
import subprocess
from io import BytesIO
from zipfile import ZipFile

import pytest

from reports.checks import findings_for
from reports.checks.record import CheckOutcome, CheckRecord
from reports.choices import Audience
from reports.commands.findings import waive_findings
from reports.commands.publishing import publish
from reports.sealed.check_list import read_checks
from reports.sealed.package import package
from reports.sealed.stored import stored_files
from tests.builders import a_report, a_section

pytestmark = pytest.mark.usefixtures("light_pdf")


@pytest.fixture
def report(world):
    report = a_report(world.round, slug="delar-2017", registry_number="SN 2017-0412")
    a_section(report, content="<p>Text.</p>")
    a_section(report, title="Tomt", content="")
    return report


def sealed(report, cast, **overrides):
    values = {"audience": Audience.PUBLIC, "change_note": "", "accept_warnings": True} | overrides
    return publish(report=report, by=cast.controller, **values)


def packed(publication):
    return package("delar-2017-version-1", publication.published_at, stored_files(publication))


def test_everything_that_was_stored_is_in_it_byte_for_byte(report, cast):
    publication = sealed(report, cast)
    with ZipFile(BytesIO(packed(publication))) as archive:
        found = {name.removeprefix("delar-2017-version-1/"): archive.read(name) for name in archive.namelist()}
    stored = {file.format: file.read() for file in publication.files.all()}
    sums = found.pop("SHA256SUMS")
    assert found == {
        "delar-2017-version-1.html": stored["html"],
        "delar-2017-version-1.pdf": stored["pdf"],
        "delar-2017-version-1.xlsx": stored["xlsx"],
        "delar-2017-version-1.json": stored["json"],
        "kontroller.json": stored["checks"],
        "manifest.json": stored["manifest"],
    }
    assert len(sums.splitlines()) == 6


def test_a_plain_tool_verifies_it(report, cast, tmp_path):
    with ZipFile(BytesIO(packed(sealed(report, cast)))) as archive:
        archive.extractall(tmp_path)
    command = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    assert subprocess.run(command, cwd=tmp_path / "delar-2017-version-1", check=False).returncode == 0
    (tmp_path / "delar-2017-version-1/kontroller.json").write_text("{}")
    assert subprocess.run(command, cwd=tmp_path / "delar-2017-version-1", check=False).returncode == 1


def test_it_is_the_same_each_time(report, cast):
    publication = sealed(report, cast)
    assert packed(publication) == packed(type(publication).objects.get(pk=publication.pk))


def test_the_manifest_says_what_the_version_is_and_who_made_it(report, cast):
    publication = sealed(report, cast)
    manifest = json.loads(publication.files.get(format="manifest").read())
    assert manifest["registry_number"] == "SN 2017-0412"
    assert (manifest["version"], manifest["published_by"]) == (1, str(cast.controller))
    assert manifest["published_at"] == publication.published_at.isoformat()
    listed = {item["format"]: (item["name"], item["sha256"], item["size"]) for item in manifest["files"]}
    pdf = publication.files.get(format="pdf")
    assert listed["pdf"] == ("delar-2017-version-1.pdf", pdf.sha256, pdf.size)
    assert "manifest" not in listed


def test_the_checks_are_kept_with_what_found_nothing_and_what_was_let_pass_why_and_by_whom(report, cast):
    finding = next(item for item in findings_for(report) if item.rule == "empty_section")
    waive_findings(report=report, fingerprints=[finding.fingerprint], reason="Fylls i senare.", by=cast.administrator)
    checks = read_checks(sealed(report, cast).files.get(format="checks").read())
    assert checks[0] == CheckRecord(
        "empty_section",
        "Ett avsnitt har ingen text",
        CheckOutcome.WAIVED,
        "Avsnittet ”Tomt” har ingen text.",
        "Fylls i senare.",
        str(cast.administrator),
    )
    assert CheckRecord("missing_table", "Ett avsnitt visar en tabell som inte finns", CheckOutcome.PASSED) in checks


def test_a_warning_let_pass_from_the_command_line_is_told_as_that(report, cast):
    checks = read_checks(sealed(report, cast).files.get(format="checks").read())
    found = next(item for item in checks if item.rule == "empty_section")
    assert (found.outcome, found.by) == (CheckOutcome.WAIVED, str(cast.controller))
    assert found.reason == "Publicerad trots varningen, utan eget skäl."


def test_a_list_of_checks_can_be_given(report, cast):
    given = (CheckRecord("sum", "Summor stämmer", CheckOutcome.WAIVED, "57 av 70", "Avrundat", "Kim"),)
    assert read_checks(sealed(report, cast, checks=given).files.get(format="checks").read()) == given
