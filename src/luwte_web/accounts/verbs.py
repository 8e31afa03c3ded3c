# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""`luwte user`: users and tokens for programs, on the machine itself; the first administrator comes from here.

Nothing of Django is imported until one of them runs.
"""

from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from luwte.cli.desk import Desk, Sheet
from luwte.cli.exits import Exit, Refused
from luwte.cli.group import Verb, Verbs
from luwte.cli.language import Language
from luwte.cli.options import LanguageOption
from luwte.words import N_
from luwte_web.accounts.actors import Membership, Role, Scope
from luwte_web.accounts.names import told

if TYPE_CHECKING:
    from luwte_web.accounts.models import User

ADDED = N_("Added {email}, known on the log as {token}.")
CHOOSE = N_("Hand over this address on your server; it lets them choose a password, once, within three days: {path}")
ENDED = N_("Ended {email}: no signing in any more, and no role.")
NO_SUCH_USER = N_("There is no user with the e-mail address {email}. See: luwte user list")
NOBODY_YET = N_("There are no users yet. Add the first: luwte user add ADDRESS --role administrator")
ENDED_WORD = N_("ended")
TOKEN_MADE = N_("Token {key} works until {until}. It is shown once and kept nowhere; hand it over safely:")
TOKEN_ENDED = N_("Ended token {key}: it opens nothing any more.")
NO_SUCH_TOKEN = N_("There is no token with the name {key}. See: luwte user list-tokens")
NO_TOKENS = N_("There are no tokens that work.")
TOKEN_HEADINGS = (N_("Token"), N_("E-mail address"), N_("What the token is for"), N_("Works until"))
HEADINGS = (N_("E-mail address"), N_("Roles"), N_("Key on the log"))

Email = Annotated[
    str, typer.Argument(metavar="ADDRESS", help=N_("E-mail address to sign in with."), show_default=False)
]
RoleOption = Annotated[Role, typer.Option(help=N_("What the user works as."), show_default=False)]
ScopeOption = Annotated[Scope, typer.Option(help=N_("How far the role reaches."))]
Within = Annotated[
    str,
    typer.Option(
        metavar="PLACE",
        help=N_("Code of a province or municipality, or key of a location or guardian; nothing for the country."),
        show_default=False,
    ),
]

Purpose = Annotated[str, typer.Option(metavar="TEXT", help=N_("What the token is for."), show_default=False)]
Days = Annotated[int, typer.Option(metavar="N", help=N_("For how many days it works, at most 366."))]
TokenKey = Annotated[str, typer.Argument(metavar="TOKEN", help=N_("Name of the token, t-…"), show_default=False)]
USUAL_DAYS = 90

user = typer.Typer(
    cls=Verbs, help=N_("Users of the pages and their roles, and tokens for programs: add, list and end them.")
)


def add(
    email: Email,
    role: RoleOption,
    scope: ScopeOption = Scope.COUNTRY,
    within: Within = "",
    language: LanguageOption = Language.NL,
) -> None:
    """Add somebody with a role, and tell where they choose their password."""
    desk = Desk.speaking(language)
    _start()
    from django.utils.translation import override

    from luwte_web.accounts import services
    from luwte_web.accounts.actors import SYSTEM
    from luwte_web.accounts.invitations import invitation

    try:
        added = services.add_user(SYSTEM, email, (Membership(role, scope, within),))
    except services.NotAsAsked as refused:
        _refuse(desk, refused.reasons)
    desk.say(ADDED, email=added.email, token=added.token)
    with override(language.value):
        desk.say(CHOOSE, path=invitation(added))


def list_users(language: LanguageOption = Language.NL) -> None:
    """List everybody who can sign in, with their roles."""
    desk = Desk.speaking(language)
    _start()
    from luwte_web.accounts import selectors

    words = desk.words
    rows = [
        [
            each.email,
            "; ".join(told(one.membership(), words) for one in each.held) if each.is_active else words.text(ENDED_WORD),
            each.token,
        ]
        for each in selectors.people()
    ]
    if rows:
        desk.table(Sheet([words.text(heading) for heading in HEADINGS], rows))
    else:
        desk.tell(NOBODY_YET)


def end(email: Email, language: LanguageOption = Language.NL) -> None:
    """End a user: no signing in any more, and every role ends."""
    desk = Desk.speaking(language)
    _start()
    from luwte_web.accounts import services
    from luwte_web.accounts.actors import SYSTEM

    ending = _known(email)
    try:
        services.end_user(SYSTEM, ending)
    except services.NotAsAsked as refused:
        _refuse(desk, refused.reasons)
    desk.say(ENDED, email=ending.email)


def token(email: Email, purpose: Purpose, days: Days = USUAL_DAYS, language: LanguageOption = Language.NL) -> None:
    """Make a token with which a program acts as a user, and show it once."""
    desk = Desk.speaking(language)
    _start()
    from luwte.reporting.numbers import day
    from luwte_web.accounts import machine_tokens, services
    from luwte_web.accounts.actors import SYSTEM

    try:
        made = machine_tokens.make_token(SYSTEM, _known(email), purpose, days)
    except services.NotAsAsked as refused:
        _refuse(desk, refused.reasons)
    desk.tell(TOKEN_MADE, key=made.token.key, until=day(made.token.expires_at.date(), desk.words))
    typer.echo(made.secret)


def list_tokens(language: LanguageOption = Language.NL) -> None:
    """List the tokens that work, with whom they act as and what they are for."""
    desk = Desk.speaking(language)
    _start()
    from luwte.reporting.numbers import day
    from luwte_web.accounts import selectors

    words = desk.words
    rows = [
        [each.key, each.user.email, each.purpose, day(each.expires_at.date(), words)]
        for each in selectors.working_tokens().select_related("user")
    ]
    if rows:
        desk.table(Sheet([words.text(heading) for heading in TOKEN_HEADINGS], rows))
    else:
        desk.tell(NO_TOKENS)


def end_token(key: TokenKey, language: LanguageOption = Language.NL) -> None:
    """End a token: it opens nothing any more."""
    desk = Desk.speaking(language)
    _start()
    from luwte_web.accounts import machine_tokens, selectors
    from luwte_web.accounts.actors import SYSTEM

    ending = selectors.working_tokens().filter(key=key).first()
    if ending is None:
        raise Refused(NO_SUCH_TOKEN, key=key)
    machine_tokens.end_token(SYSTEM, ending)
    desk.say(TOKEN_ENDED, key=key)


def _known(email: str) -> "User":
    from luwte_web.accounts import selectors

    known = selectors.with_address(email)
    if known is None:
        raise Refused(NO_SUCH_USER, email=email)
    return known


def _refuse(desk: Desk, reasons: tuple[str, ...]) -> NoReturn:
    for reason in reasons:
        desk.tell(reason)
    raise typer.Exit(Exit.REFUSED)


def _start() -> None:
    from luwte_web.start import start

    start()


user.command("add", cls=Verb)(add)
user.command("list", cls=Verb)(list_users)
user.command("end", cls=Verb)(end)
user.command("token", cls=Verb)(token)
user.command("list-tokens", cls=Verb)(list_tokens)
user.command("end-token", cls=Verb)(end_token)
