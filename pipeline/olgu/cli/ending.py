"""How a command ends: exit codes, and errors as one plain line."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from threading import current_thread, main_thread
from types import FrameType
from typing import Any, NoReturn

import typer
from typer.core import TyperGroup


class Code(IntEnum):
    """Exit codes of every command."""

    FINE = 0
    FINDINGS = 1
    USAGE = 2
    FAILED = 3
    INTERNAL = 4
    INTERRUPTED = 130


class UsageError(Exception):
    """The command cannot do what it was asked; the message says what, where, and what to do."""


class ToldError(Exception):
    """The command has failed and has said so itself."""

    def __init__(self, code: Code) -> None:
        self.code = code


class _Interruption(KeyboardInterrupt):
    """What a signal raises: CPython ends `python -m` by SIGINT where a plain one crossed an `exec`, handled or not."""


class Commands(TyperGroup):
    """The group of commands; whatever a command raises ends as one line on standard error and an exit code."""

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        """Run the command line and exit."""
        extra["standalone_mode"] = False
        came: list[int] = []
        try:
            with _interruptible(came):
                code = super().main(*args, **extra)
            if code == Code.INTERRUPTED:  # what typer makes of Ctrl-C
                raise KeyboardInterrupt
        except ToldError as told:
            code = told.code
        except (KeyboardInterrupt, Exception) as error:
            code = _end(KeyboardInterrupt() if came else error)  # an import that a signal breaks raises another error
        sys.exit(int(code) if isinstance(code, int) else Code.FINE)

    def invoke(self, *args: Any, **extra: Any) -> Any:
        """Run one command; a reader that has seen enough (`olgu show … | head`) is no error."""
        try:
            result = super().invoke(*args, **extra)
            sys.stdout.flush()
        except BrokenPipeError:
            _close_standard_output()
            return Code.FINE
        return result


def verdict(error: BaseException) -> tuple[Code, str]:
    """Return the exit code of a command that raised `error`, and the message that says so."""
    if isinstance(error, typer.Abort | KeyboardInterrupt):
        return Code.INTERRUPTED, "interrupted; nothing half-written is left"
    if isinstance(error, UsageError) or type(error).__name__ == "OutputError":
        return Code.USAGE, str(error)
    reason = f"{type(error).__name__}: {error}"
    return Code.INTERNAL, f"{reason}; this is a fault of olgu: run again with --debug and report it"


def _end(error: BaseException) -> Code:
    if hasattr(error, "format_message") and hasattr(error, "exit_code"):  # an error of typer about the command line
        text = " ".join(error.format_message().split()).removesuffix(".")
        command = getattr(getattr(error, "ctx", None), "command_path", "olgu")
        return _say(f"{text}; try '{command} --help'", Code.USAGE)
    code, message = verdict(error)
    if code is Code.INTERNAL and "--debug" in sys.argv:
        traceback.print_exception(error, file=sys.stderr)
    return _say(message, code)


def _say(message: str, code: Code) -> Code:
    print(f"olgu: error: {message}", file=sys.stderr)
    return code


@contextmanager
def _interruptible(came: list[int]) -> Iterator[None]:
    """Let SIGTERM end a command as Ctrl-C does, so that nothing half-written stays; `came` gets the signals."""

    def interrupt(number: int, _frame: FrameType | None) -> NoReturn:
        came.append(number)
        raise _Interruption

    if current_thread() is not main_thread():
        yield
        return
    before = {
        number: signal.signal(number, interrupt)
        for number in (signal.SIGINT, signal.SIGTERM)
        if signal.getsignal(number) not in (signal.SIG_IGN, None)
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _close_standard_output() -> None:
    """Keep Python from complaining about the closed pipe when it exits."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
