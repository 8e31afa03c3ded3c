# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The guard around every verb: help in the reader's language, and every end in one line with an exit code."""

import copy
import hashlib
import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from typing import Any, TypeVar

import typer
from typer.core import TyperCommand, TyperGroup

from luwte.cli.desk import Desk
from luwte.cli.exits import Exit, Refused
from luwte.cli.language import language_asked
from luwte.model.findings import InputRefused
from luwte.words import N_, Words

ARGUMENTS, OPTIONS, VERBS = N_("Arguments"), N_("Options"), N_("Verbs")
SHOW_HELP = N_("Show this text and stop.")
STOPPED = N_("Stopped. No half result was left behind.")
NOTHING_DONE = N_("Nothing was computed: mend what is named above and try again.")
TRY_HELP = N_("{message}. See: {command} --help")
FILE_TROUBLE = N_("Cannot read or write {path}: {reason}. Choose another place or mend the rights and try again.")
UNEXPECTED = N_(
    "This is a fault in Luwte, not in your tables (error {code}). No half result was left behind. "
    "Please report the code; LUWTE_DEBUG=1 shows the details."
)


Spoken = TypeVar("Spoken", bound=TyperCommand | TyperGroup)


class Verbs(TyperGroup):
    """A verb that has verbs of its own."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Help in the reader's language."""
        words = _words(ctx)
        spoken = _translated(self, ctx, words)
        spoken.commands = {name: _summary(command, words) for name, command in self.commands.items()}
        super(Verbs, spoken).format_help(ctx, formatter)


class Luwte(Verbs):
    """All verbs. Whatever goes wrong inside one ends here, never as a traceback."""

    def main(  # type: ignore[override]
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a verb and end with an exit code of the contract."""
        given = list(sys.argv[1:] if args is None else args)
        desk = Desk.speaking(language_asked(given))
        code = self._guarded(desk, given, prog_name, extra)
        if standalone_mode:
            sys.exit(code)
        return code

    def _guarded(self, desk: Desk, args: list[str], prog_name: str | None, extra: dict[str, Any]) -> int:
        try:
            code = super().main(args, prog_name=prog_name, standalone_mode=False, obj=desk, **extra)
        except InputRefused as refused:
            desk.findings(refused.findings)
            desk.tell(NOTHING_DONE)
            return Exit.REFUSED
        except Refused as refused:
            desk.tell(refused.message, **refused.params)
            return refused.code
        except typer.TyperException as error:
            if message := _one_paragraph(error.format_message()).rstrip("."):
                desk.tell(TRY_HELP, message=message, command=_command_of(error))
            return error.exit_code
        except OSError as error:
            if os.environ.get("LUWTE_DEBUG"):
                raise
            desk.tell(FILE_TROUBLE, path=error.filename or "?", reason=error.strerror or type(error).__name__)
            return Exit.REFUSED
        except Exception as error:
            if os.environ.get("LUWTE_DEBUG"):
                raise
            desk.tell(UNEXPECTED, code=error_code(error))
            return Exit.REFUSED
        if code == Exit.STOPPED:
            desk.tell(STOPPED)
        return code if isinstance(code, int) else Exit.DONE


class Verb(TyperCommand):
    """One verb."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Help in the reader's language."""
        super(Verb, _translated(self, ctx, _words(ctx))).format_help(ctx, formatter)


class Later(TyperCommand):
    """A verb of which only the summary is known: its module is imported when somebody gives it."""

    def make_context(self, *args: Any, **extra: Any) -> Any:
        """The context of the verb itself."""
        assert self.callback is not None  # noqa: S101 - `later` gives one
        return _command(self.name or "", self.callback()).make_context(*args, **extra)


def later(app: typer.Typer, name: str, where: str, summary: str) -> None:
    """Add a verb, or one that has verbs of its own: `where` is `module:name` of its function or its `Typer`.

    So help, and every other verb, starts without what this one needs.
    """
    module, _, attribute = where.partition(":")
    app.command(name, cls=Later, help=summary)(lambda: getattr(import_module(module), attribute))


def _command(name: str, verb: Any) -> Any:
    if isinstance(verb, typer.Typer):
        return typer.main.get_group(verb)
    alone = typer.Typer(add_completion=False)
    alone.command(name, cls=Verb)(verb)
    return typer.main.get_command(alone)


def error_code(error: BaseException) -> str:
    """A short code for the place and sort of a fault: no value of the user's data is in it."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "luwte" in frame.filename]
    where = f"{os.path.basename(frames[-1].filename)}:{frames[-1].name}:{frames[-1].lineno}" if frames else ""
    return hashlib.sha256(f"{type(error).__qualname__}@{where}".encode()).hexdigest()[:8]


def _command_of(error: typer.TyperException) -> str:
    context = getattr(error, "ctx", None)
    return context.command_path if context is not None else "luwte"


def _words(ctx: Any) -> Words:
    desk: Desk = ctx.find_root().obj
    return desk.words


def _translated(command: Spoken, ctx: Any, words: Words) -> Spoken:
    """A copy of a command with its own help and that of its options translated, for showing only."""
    spoken = copy.copy(command)
    spoken.help = words.text(_one_paragraph(command.help))
    params = [_translated_param(param, words) for param in command.get_params(ctx)]
    spoken.get_params = lambda ctx: params  # type: ignore[method-assign]
    return spoken


def _translated_param(param: Any, words: Words) -> Any:
    spoken = copy.copy(param)
    is_help = "--help" in param.opts
    spoken.help = words.text(SHOW_HELP if is_help else param.help or "")
    spoken.rich_help_panel = words.text(ARGUMENTS if param.param_type_name == "argument" else OPTIONS)
    return spoken


def _summary(command: Any, words: Words) -> Any:
    spoken = copy.copy(command)
    spoken.help = words.text(_one_paragraph(command.help))
    spoken.rich_help_panel = words.text(VERBS)
    return spoken


def _one_paragraph(text: str | None) -> str:
    """The first paragraph on one line: what stands in the catalogue."""
    return " ".join((text or "").split("\n\n")[0].split())
