# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of accounts, in the reader's language; the views of django-allauth have the names that it looks for."""

from allauth.account import views as account
from allauth.socialaccount import views as organisation
from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from luwte_web.accounts import second_factors, views

urlpatterns = [
    path(_("sign-in/"), account.login, name="account_login"),
    path(_("sign-in/demo/"), views.come_in, name="come_in"),
    path(_("sign-out/"), account.logout, name="account_logout"),
    path(_("welcome/<str:uidb64>/<str:token>/"), views.Welcome.as_view(), name="welcome"),
    path(_("account/confirm/"), account.reauthenticate, name="account_reauthenticate"),
    path(_("account/inactive/"), account.account_inactive, name="account_inactive"),
    path(_("account/password/"), account.password_change, name="account_change_password"),
    path(_("account/second-step/"), include(second_factors)),
    path(_("sign-in/unknown/"), organisation.signup, name="socialaccount_signup"),
    path(_("sign-in/cancelled/"), organisation.login_cancelled, name="socialaccount_login_cancelled"),
    path(_("sign-in/failed/"), organisation.login_error, name="socialaccount_login_error"),
    path(_("users/"), views.users, name="users"),
    path(_("users/<str:token>/"), views.user, name="user"),
    path(_("users/<str:token>/end/"), views.end_user, name="end_user"),
    path(_("users/<str:token>/invite/"), views.invite, name="invite"),
    path(_("users/<str:token>/tokens/"), views.make_token, name="make_token"),
    path(_("users/<str:token>/tokens/<str:key>/end/"), views.end_token, name="end_token"),
    path(_("users/<str:token>/roles/<int:number>/end/"), views.end_role, name="end_role"),
]
