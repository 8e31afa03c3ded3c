# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of accounts: for administrators the users and their roles."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Concatenate, ParamSpec

from allauth.account.adapter import get_adapter
from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.views import PasswordResetConfirmView
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from luwte.words import words_in
from luwte_web.accounts import machine_tokens, selectors, services
from luwte_web.accounts.acting import acting
from luwte_web.accounts.actions import Action
from luwte_web.accounts.forms import RoleForm, TokenForm, UserForm
from luwte_web.accounts.invitations import invitation
from luwte_web.accounts.models import User
from luwte_web.accounts.names import told
from luwte_web.accounts.policy import demand

Where = ParamSpec("Where")
View = Callable[Concatenate[HttpRequest, Where], HttpResponse]


def for_administrators(view: View[Where]) -> View[Where]:
    """Open to who manages users; to all others the page is not there."""

    @never_cache
    @wraps(view)
    def opened(request: HttpRequest, /, *args: Where.args, **where: Where.kwargs) -> HttpResponse:
        demand(acting(request), Action.MANAGE_USERS)
        return view(request, *args, **where)

    return opened


@for_administrators
def users(request: HttpRequest) -> HttpResponse:
    """Everybody who can sign in, and a form to add somebody."""
    form = UserForm(request.POST or None)
    reasons: Sequence[str] = ()
    if request.method == "POST" and form.is_valid():
        try:
            added = services.add_user(acting(request), form.cleaned_data["email"], (form.membership(),))
            return _user_page(request, added, invited=True)
        except services.NotAsAsked as refused:
            reasons = refused.reasons
    people = [(each, [_told(one) for one in each.held]) for each in selectors.people()]  # type: ignore[attr-defined]
    context = {"title": _("Users"), "people": people, "form": form, "reasons": [_(reason) for reason in reasons]}
    return render(request, "accounts/users.html", context, status=_status(form, reasons))


@for_administrators
def user(request: HttpRequest, token: str) -> HttpResponse:
    """One user with the roles held now, and a form to give another."""
    shown = get_object_or_404(User, token=token)
    form = RoleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _changed(request, shown, lambda: services.give_role(acting(request), shown, form.membership()), form)
    return _user_page(request, shown, form)


@for_administrators
@require_POST
def end_role(request: HttpRequest, token: str, number: int) -> HttpResponse:
    """Take a role from a user."""
    shown = get_object_or_404(User, token=token)
    held = get_object_or_404(shown.appointments, pk=number)
    return _changed(request, shown, lambda: services.end_role(acting(request), held))


@for_administrators
@require_POST
def end_user(request: HttpRequest, token: str) -> HttpResponse:
    """Let a user sign in no more."""
    shown = get_object_or_404(User, token=token)
    return _changed(request, shown, lambda: services.end_user(acting(request), shown))


@for_administrators
@require_POST
def invite(request: HttpRequest, token: str) -> HttpResponse:
    """A new address on which a user chooses a password, for who lost theirs."""
    shown = get_object_or_404(User, token=token, is_active=True)
    services.invite(acting(request), shown)
    return _user_page(request, shown, invited=True)


@for_administrators
@require_POST
def make_token(request: HttpRequest, token: str) -> HttpResponse:
    """A token with which a program acts as a user; this page is the only one that shows it."""
    shown = get_object_or_404(User, token=token, is_active=True)
    form = TokenForm(request.POST)
    if not form.is_valid():
        return _user_page(request, shown, token_form=form)
    try:
        made = machine_tokens.make_token(
            acting(request), shown, form.cleaned_data["purpose"], form.cleaned_data["days"]
        )
    except services.NotAsAsked as refused:
        return _user_page(request, shown, token_form=form, reasons=refused.reasons)
    return _user_page(request, shown, secret=made.secret)


@for_administrators
@require_POST
def end_token(request: HttpRequest, token: str, key: str) -> HttpResponse:
    """Let a token open nothing any more."""
    shown = get_object_or_404(User, token=token)
    machine_tokens.end_token(acting(request), get_object_or_404(shown.machine_tokens, key=key))
    return redirect("user", shown.token)


@require_POST
def come_in(request: HttpRequest) -> HttpResponse:
    """Sign in as a user of the demo; where the demo is closed this page is not there."""
    known = authenticate(request, demo_token=request.POST.get("user", ""))
    if known is None:
        raise Http404
    get_adapter().login(request, known)
    return redirect("work")


class Welcome(PasswordResetConfirmView):
    """Choose a password by the address that an administrator handed over."""

    template_name = "accounts/welcome.html"
    success_url = reverse_lazy("account_login")
    title = ""


def _told(appointment: services.Appointment) -> str:
    return told(appointment.membership(), words_in(get_language() or "nl"))


def _status(form: forms.Form, reasons: Sequence[str]) -> int:
    return 400 if form.errors or reasons else 200


def _changed(
    request: HttpRequest, shown: User, change: Callable[[], object], form: RoleForm | None = None
) -> HttpResponse:
    """The page of the user after a change, or with the reasons why it was refused."""
    try:
        change()
    except services.NotAsAsked as refused:
        return _user_page(request, shown, form, reasons=refused.reasons)
    return redirect("user", shown.token)


def _user_page(
    request: HttpRequest,
    shown: User,
    form: RoleForm | None = None,
    *,
    token_form: TokenForm | None = None,
    invited: bool = False,
    secret: str = "",
    reasons: Sequence[str] = (),
) -> HttpResponse:
    form, token_form = form or RoleForm(), token_form or TokenForm()
    context = {
        "title": shown.email,
        "shown": shown,
        "held": [(one, _told(one)) for one in selectors.current(shown)],
        "form": form,
        "tokens": selectors.working_tokens().filter(user=shown),
        "token_form": token_form,
        "secret": secret,
        "reasons": [_(reason) for reason in reasons],
        "invitation": request.build_absolute_uri(invitation(shown)) if invited else "",
    }
    status = max(_status(form, reasons), _status(token_form, ()))
    return render(request, "accounts/user.html", context, status=status)
