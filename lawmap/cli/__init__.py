"""The command line: one file a command, exit codes in one place.

Commands parse, call the library, and show. Each is imported only when it is run, so that
``lawmap --help`` starts as fast as click itself.
"""

from __future__ import annotations

import contextlib
import errno
import gc
import io
import os
import signal
import sys
import threading
from collections.abc import Iterator
from importlib import import_module
from types import FrameType

import click

from .voice import speaks

# Name, module below this package, line for the list of commands.
COMMANDS: tuple[tuple[str, str, str], ...] = (
    ("init", "init", "Make a folder to work in, with an example."),
    ("new", "new", "Begin a norm, an allegation or a source."),
    ("dossier", "dossier", "Write a Markdown dossier for each allegation."),
    ("match", "match", "Say which norms each allegation raises."),
    ("explain", "explain", "Show why a norm stands to an allegation as it does."),
    ("search", "search", "Find norms, terms, instruments, allegations, sources by words."),
    ("show", "show", "Show one norm, term, instrument, allegation or source."),
    ("cite", "cite", "Cite provisions, decisions, warrants and reports in a style."),
    ("resolve", "resolve", "Write the citations of a submission out."),
    ("authorities", "authorities", "List the authorities that a submission cites."),
    ("bibliography", "bibliography", "Export what is cited for Zotero, pandoc and LaTeX."),
    ("library", "library", "Say what the norm library holds, and how far it was verified."),
    ("validate", "validate", "Check norm, source and allegation files."),
    ("check-citations", "check_citations", "Find citations that people typed; say what is wrong."),
    ("leaks", "leaks", "Look for names that an audience may not read."),
    ("diff", "diff", "Say what a change of law does, or how two dossiers differ."),
    ("rule", "rule", "Say what a code of a fault means, and how to mend it."),
    ("test", "test", "Run the cases that norm files carry."),
    ("verify", "verify", "Say whether dossiers, bags and logs are as they were written."),
    ("export", "export", "Pack verified dossiers as a bag for an archive."),
    ("sign", "sign", "Sign dossiers, a bag, a review log or any file."),
    ("review-log", "review_log", "Keep a log of reviews that nobody can edit unseen."),
    ("texts", "texts", "Store texts of treaties, to compare quoted words with."),
    ("config", "config", "Show what settings come to, and where each was set."),
    ("schema", "schema", "Print or write the JSON Schemas of all file formats."),
)

EXIT_OK, EXIT_FAULTS, EXIT_USAGE, EXIT_BUG = 0, 1, 2, 3
EXIT_INTERRUPTED = 130
"""128 and the number of the signal, as shells count: 143 for a polite request to end."""

# A backspace tells click not to wrap the lines of its paragraph.
EPILOG = """Exit codes: 0 fine, 1 faults in files, 2 wrong use, 3 a bug of lawmap.

\b
Examples:
  lawmap dossier seeds -o build/dossiers
  lawmap explain thirty-drafted-2024 "gc4:51(1)/service" seeds
  lawmap validate norms seeds
"""

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class LazyGroup(click.Group):
    """A group that imports a command when it is run and lists commands without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of commands, in the order of work."""
        return [name for name, _, _ in COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        for name, module, _ in COMMANDS:
            if name == cmd_name:
                command: click.Command = import_module(f"lawmap.cli.{module}").command
                return command
        return None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command, or say which one was probably meant."""
        names = self.list_commands(ctx)
        if args and args[0] not in names and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], names, n=1)
            hint = f" Did you mean '{near[0]}'?" if near else ""
            raise click.UsageError(f"No such command '{args[0]}'.{hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List commands from the table."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, _, line in COMMANDS])


@click.group(
    cls=LazyGroup,
    context_settings=CONTEXT,
    epilog=EPILOG,
)
@speaks
def group() -> None:
    """Map reported facts onto the law that governs them.

    lawmap reads allegations drafted from reports, meets them with norms of international law
    element by element, and writes dossiers. It is decision support: it makes no finding of fact
    or guilt, and what is not reported stays open.
    """


def main() -> None:
    """Run the command line and exit with its code."""
    try:
        with _ending_tidily():
            code = _run()
    except _Stopped as stop:  # asked again, while ending
        code = 128 + stop.number
    sys.exit(code)


class _Stopped(BaseException):
    """The system asks this process to end: what is in flight is put away first, then it does."""

    def __init__(self, number: int) -> None:
        self.number = number


def _stop(number: int, _: FrameType | None) -> None:
    raise _Stopped(number)


@contextlib.contextmanager
def _ending_tidily() -> Iterator[None]:
    """Hear requests to end, where nobody else has seen to them."""
    asked = [getattr(signal, name, None) for name in ("SIGTERM", "SIGHUP")]
    ours = [one for one in asked if one and signal.getsignal(one) is signal.SIG_DFL]
    if threading.current_thread() is not threading.main_thread():  # it alone hears of signals
        ours = []
    for one in ours:
        signal.signal(one, _stop)
    try:
        yield
    finally:
        for one in ours:
            signal.signal(one, signal.SIG_DFL)


def _run() -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    # A command lives for seconds, and what it reads stays until its end: nothing to collect.
    gc.disable()
    # Plug-ins of pydantic that lie in the environment would see all that is read.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    try:
        code = group.main(prog_name="lawmap", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else EXIT_OK
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        _show(error)
        return EXIT_USAGE
    except (click.Abort, KeyboardInterrupt):
        return _ended(EXIT_INTERRUPTED)
    except _Stopped as stop:
        return _ended(128 + stop.number)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_OK
    except Exception as error:
        return _failed(error)
    finally:
        gc.enable()
        if net := sys.modules.get(f"{__name__}.outgoing"):
            net.forget()


def _ended(code: int) -> int:
    with contextlib.suppress(OSError):  # the terminal may be gone
        click.echo("Stopped.", err=True)
    return code


class _Told(io.StringIO):
    def isatty(self) -> bool:
        return True  # elsewhere click takes escapes out, and what was typed would not be seen


def _show(error: click.ClickException) -> None:
    from .screen import visible_lines

    # What was typed stands in it; a file name that a shell put in may hold anything.
    told = _Told()
    error.show(told)
    click.echo(visible_lines(_discreet(told.getvalue())), err=True, nl=False)


def _discreet(text: str) -> str:
    """A message without masked names, if any are known by now."""
    net = sys.modules.get(f"{__name__}.outgoing")
    return str(net.discreet(text)) if net else text


def _failed(error: Exception) -> int:
    from lawmap.errors import LawmapError

    from .outgoing import discreet
    from .screen import visible_lines

    def safe(text: str) -> str:
        return visible_lines(discreet(text))

    if isinstance(error, LawmapError):
        click.echo(f"Error: {safe(str(error))}", err=True)
        return EXIT_USAGE
    if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
        click.echo(f"Error: a name is too long: {safe(str(error.filename))}", err=True)
        return EXIT_USAGE
    if isinstance(error, OSError) and error.filename is None:  # a full disk behind '> FILE'
        click.echo(f"Error: the output cannot be written: {error.strerror}", err=True)
        return EXIT_USAGE
    if os.environ.get("LAWMAP_TRACEBACK"):
        from traceback import format_exception

        click.echo(discreet("".join(format_exception(error))), err=True, nl=False)
        return EXIT_BUG
    click.echo(
        f"This is a bug in lawmap: {type(error).__name__}: {safe(str(error))}."
        " Set LAWMAP_TRACEBACK=1 and run it again to see where.",
        err=True,
    )
    return EXIT_BUG
