"""An attached file is part of the version: in package and manifest, verified, recognised, gone when withdrawn."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from reports.choices import Audience
from reports.commands.publishing import publish
from reports.commands.withdrawal import withdraw
from reports.sealed.package import package
from reports.sealed.stored import stored_files, verify
from reports.sealed.verification import Verdict
from tests.builders import a_report, an_attached_file, spoil_file

pytestmark = pytest.mark.usefixtures("light_pdf")

WHERE = ["socialnamnden", "delar-2017", 1]


@pytest.fixture
def publication(world, cast):
    report = a_report(world.round, slug="delar-2017")
    an_attached_file(report)
    return publish(report=report, audience=Audience.PUBLIC, change_note="", accept_warnings=True, by=cast.controller)


def test_it_lies_in_the_package_with_its_sum(publication):
    with ZipFile(BytesIO(package("v1", publication.published_at, stored_files(publication)))) as archive:
        assert archive.read("v1/bilagor/plan.pdf") == publication.attachments.get().read()
        assert f"{publication.attachments.get().sha256}  bilagor/plan.pdf" in archive.read("v1/SHA256SUMS").decode()


def test_it_is_verified_and_a_changed_byte_is_found(publication):
    result = verify(publication)
    assert result.is_intact
    assert [file.recorded.name for file in result.files][-2:] == ["bilagor/plan.pdf", "manifest.json"]
    spoil_file(publication.attachments.get().sha256, b"%PDF-1.7 annat")
    changed = [file.recorded.name for file in verify(publication).files if file.verdict == Verdict.CHANGED]
    assert changed == ["bilagor/plan.pdf"]


def test_a_reader_sees_it_listed_and_has_their_copy_recognised(client, publication):
    address = reverse("reading:verification", args=WHERE)
    page = client.get(address).content.decode()
    assert reverse("reading:attachment", args=[*WHERE, "plan.pdf"]) in page
    content = publication.attachments.get().read()
    answer = client.post(address, {"file": SimpleUploadedFile("kopia.pdf", content)}).content.decode()
    assert "version 1: bilaga. Den är oförändrad." in answer


def test_it_is_gone_with_a_withdrawn_version(client, cast, publication):
    withdraw(publication=publication, reason="Bilagan innehöll fel uppgifter.", by=cast.controller)
    answer = client.get(reverse("reading:attachment", args=[*WHERE, "plan.pdf"]))
    assert answer.status_code == 410
    assert b"%PDF" not in answer.content
