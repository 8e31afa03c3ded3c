# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""An organisation's identity provider tells who somebody is; whether they may come in was decided here before."""

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.test import RequestFactory

from luwte_web.accounts.actors import Membership, Role, Scope
from luwte_web.accounts.adapters import Organisations
from luwte_web.accounts.models import User
from luwte_web.environment import SettingRefused, identity_provider, identity_provider_origin
from web.accounts.conftest import MakeUser

GIVEN = {
    "LUWTE_OIDC_ISSUER": "https://id.example.org/realm",
    "LUWTE_OIDC_CLIENT": "luwte",
    "LUWTE_OIDC_SECRET": "a secret of tests",
}
CLAIMS = {"userinfo": {"sub": "1", "name": "A. Name", "groups": ["staff"]}}


def test_without_settings_there_are_local_users_only() -> None:
    assert identity_provider({}) == {}
    assert identity_provider_origin({}) == []


def test_a_provider_is_described_from_the_surroundings() -> None:
    app = identity_provider(GIVEN)["openid_connect"]["APPS"][0]
    assert (app["client_id"], app["settings"]["server_url"]) == ("luwte", "https://id.example.org/realm")
    assert identity_provider_origin(GIVEN) == ["https://id.example.org"]


@pytest.mark.parametrize("left_out", ["LUWTE_OIDC_CLIENT", "LUWTE_OIDC_SECRET"])
def test_half_a_description_is_refused_by_name(left_out: str) -> None:
    with pytest.raises(SettingRefused, match=left_out):
        identity_provider({name: value for name, value in GIVEN.items() if name != left_out})


def test_an_unguarded_address_is_refused() -> None:
    with pytest.raises(SettingRefused, match="https"):
        identity_provider(GIVEN | {"LUWTE_OIDC_ISSUER": "http://id.example.org"})


@pytest.mark.django_db
def test_who_is_not_a_user_here_does_not_come_in() -> None:
    unknown = SocialLogin(
        user=User(email="unknown@example.org"), account=SocialAccount(provider="organisation", uid="9")
    )
    assert not Organisations().is_open_for_signup(RequestFactory().get("/"), unknown)


def test_nothing_of_what_the_provider_tells_is_kept(make_user: MakeUser) -> None:
    user = make_user("known", Membership(Role.AUDITOR, Scope.COUNTRY))
    SocialAccount.objects.create(user=user, provider="organisation", uid="1")
    login = SocialLogin(user=User(), account=SocialAccount(provider="organisation", uid="1", extra_data=CLAIMS))
    login.lookup()
    Organisations().pre_social_login(RequestFactory().get("/"), login)
    assert login.user == user
    assert SocialAccount.objects.get(uid="1").extra_data == {}


@pytest.mark.parametrize(("checked", "found"), [(True, True), (False, False)])
def test_a_user_is_found_by_an_address_that_the_provider_checked(
    make_user: MakeUser, checked: bool, found: bool
) -> None:
    user = make_user("known", Membership(Role.AUDITOR, Scope.COUNTRY))
    told = EmailAddress(email=user.email, verified=checked, primary=True)
    account = SocialAccount(provider="organisation", uid="2", extra_data=CLAIMS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("allauth.socialaccount.adapter.DefaultSocialAccountAdapter.can_authenticate_by_email", yes)
        login = SocialLogin(user=User(), account=account, email_addresses=[told])
        login.lookup()
    assert (login.user == user) is found


def yes(*_: object) -> bool:
    """No provider is set up in the tests; this one would be trusted."""
    return True
