"""Takes in an upload without ever writing more of it than could be kept."""

from typing import Any

from django.core.files.uploadhandler import TemporaryFileUploadHandler

from throughcare.documents.inspection import LARGEST


class BoundedUploadHandler(TemporaryFileUploadHandler):
    """Drops what comes after the largest size, and counts it, so that the form can say so."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.taken = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.taken += len(raw_data)
        if self.taken <= LARGEST:
            super().receive_data_chunk(raw_data, start)
