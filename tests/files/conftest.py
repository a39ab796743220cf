"""The storages of the tests: a folder of the test's own, and a bucket on a server on this machine."""

from uuid import uuid4

import boto3
import pytest

from followup.core.files.keys import the_storage
from followup.environment import Environment
from tests.files.installation import an_installation  # noqa: F401 (a fixture)
from tests.files.s3_server import s3_server


@pytest.fixture
def folder(settings, tmp_path):
    return used(settings, (tmp_path / "files").as_uri())


@pytest.fixture(scope="session")
def s3_address():
    with s3_server() as address:
        yield address


@pytest.fixture
def bucket(settings, monkeypatch, s3_address):
    """An empty one, that no other test knows."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "nyckel")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "hemlig")
    name = f"uppfoljning-{uuid4()}"
    boto3.client("s3", endpoint_url=s3_address, region_name="eu-north-1").create_bucket(
        Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-north-1"}
    )
    return used(settings, f"s3://{name}/filer?endpoint={s3_address}&region=eu-north-1")


@pytest.fixture(params=["folder", "bucket"])
def storage(request):
    return request.getfixturevalue(request.param)


def used(settings, url):
    chosen = Environment({"FILES_URL": url}).files("FILES_URL", var=None)
    settings.STORAGES = settings.STORAGES | {"default": chosen}
    return the_storage()
