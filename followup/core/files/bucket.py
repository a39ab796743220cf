"""The storage as a bucket that speaks S3. Needs the extra `s3`."""

import shutil
from tempfile import SpooledTemporaryFile
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError
from django.core.files import File
from storages.backends.s3 import S3Storage

from followup.core.files.keys import ContentStorage

IN_MEMORY = 8 * 1024 * 1024
_THERE_ALREADY = {"PreconditionFailed", "ConditionalRequestConflict"}


class ContentBucket(S3Storage, ContentStorage):
    """`save` asks the server to write only where there is nothing. Whoever came first wrote the same bytes."""

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        return name

    def _save(self, name: str, content: File[Any]) -> str:
        content.seek(0)
        try:
            if self.exists(name):  # the bytes need not travel
                return name
            self.connection.meta.client.put_object(
                Bucket=self.bucket_name,
                Key=self._normalize_name(name),
                Body=content.read(),
                ContentType="application/octet-stream",
                IfNoneMatch="*",
            )
        except ClientError as fault:
            if fault.response["Error"]["Code"] not in _THERE_ALREADY:
                raise OSError(str(fault)) from fault
        except BotoCoreError as fault:
            raise OSError(str(fault)) from fault
        return name

    def _open(self, name: str, mode: str = "rb") -> File[Any]:
        """All of it, fetched with one request; what is large stands on the disk meanwhile, without a name."""
        fetched = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 (closed by whoever reads)
        try:
            answer = self.connection.meta.client.get_object(Bucket=self.bucket_name, Key=self._normalize_name(name))
            shutil.copyfileobj(answer["Body"], fetched)
        except ClientError as fault:
            fetched.close()
            if fault.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
                raise FileNotFoundError(name) from fault
            raise OSError(str(fault)) from fault
        except BotoCoreError as fault:
            fetched.close()
            raise OSError(str(fault)) from fault
        fetched.seek(0)
        return File(fetched, name)

    def clear_unfinished(self, *, before: float) -> int:
        """Nothing: a bucket shows no object before all of it is there."""
        return 0
