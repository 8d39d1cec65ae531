"""What a reader raises."""

from __future__ import annotations


class ReadError(Exception):
    """An input that cannot be read. `code` is that of `olgu.article.Failure`."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
