# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A program that asks the API, and what the tests know of the country apart from the application."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from luwte.model.dataset import Dataset
from luwte.model.people import Household
from luwte_web.accounts.actors import Scope
from luwte_web.accounts.models import User

ROOT = "/api/v1"


@dataclass
class Program:
    """Whoever holds a token; without one, anybody."""

    secret: str = ""
    user: User | None = None

    def __post_init__(self) -> None:
        self.client = Client(raise_request_exception=False, headers={"host": "127.0.0.1"})

    def ask(self, method: str, path: str, content: Any = None, /, **headers: str) -> HttpResponse:
        """An answer; `content` is JSON. Headers are written with low lines."""
        body = "" if content is None else json.dumps(content)
        return self.client.generic(  # type: ignore[return-value]
            method, self._address(path), body, "application/json", headers=self._headers(headers)
        )

    def get(self, path: str, /, **headers: str) -> HttpResponse:
        """What can be read at a path."""
        return self.ask("GET", path, **headers)

    def read(self, path: str, /, **headers: str) -> Any:
        """What is read at a path, which is there."""
        answer = self.get(path, **headers)
        assert answer.status_code == 200, answer.content.decode()
        return json.loads(answer.content)

    def send(
        self, path: str, files: Mapping[str, bytes], /, form: Mapping[str, str] = {}, **headers: str
    ) -> HttpResponse:
        """Send tables."""
        parts = [SimpleUploadedFile(name, content) for name, content in files.items()]
        return self.client.post(  # type: ignore[return-value]
            self._address(path), {**form, "files": parts}, headers=self._headers(headers)
        )

    def _address(self, path: str) -> str:
        return path if path.startswith(ROOT) else ROOT + path

    def _headers(self, more: Mapping[str, str]) -> dict[str, str]:
        known = {"Authorization": f"Bearer {self.secret}"} if self.secret else {}
        return known | {name.replace("_", "-"): value for name, value in more.items()}


@dataclass
class World:
    """The country in the registry, as its tables say."""

    dataset: Dataset
    moved: list[str] = field(default_factory=list)

    @cached_property
    def ward(self) -> Household:
        """A household with a guardian and a place."""
        return next(each for each in self.dataset.households if each.guardian and each.location and not each.locked)

    @cached_property
    def far_ward(self) -> Household:
        """Another, that lies in no scope around the first but the country."""
        near = self.belongs_household(self.ward.key)
        return next(
            each
            for each in self.dataset.households
            if each.guardian not in (None, near[Scope.OWN_WARDS])
            and each.location
            and not each.locked
            and self.belongs_household(each.key)[Scope.PROVINCE] != near[Scope.PROVINCE]
        )

    @cached_property
    def province_of(self) -> Mapping[str, str]:
        """The province of each municipality."""
        return {each.code: each.province_code for each in self.dataset.municipalities}

    def within(self, scope: Scope) -> str:
        """The place within which somebody works, around the ward."""
        return self.belongs_household(self.ward.key)[scope]

    def belongs_municipality(self, code: str | None) -> dict[Scope, str]:
        """Where a municipality lies."""
        return {
            Scope.COUNTRY: "",
            Scope.PROVINCE: self.province_of.get(code or "", ""),
            Scope.MUNICIPALITY: code or "",
            Scope.LOCATION: "",
            Scope.OWN_WARDS: "",
        }

    def belongs_location(self, key: str | None) -> dict[Scope, str]:
        """Where a location lies."""
        place = self.dataset.location.get(key or "")
        return self.belongs_municipality(place.municipality if place else None) | {Scope.LOCATION: key or ""}

    def belongs_household(self, key: str) -> dict[Scope, str]:
        """Where a household lives, and whose ward it is."""
        household = self.dataset.household[key]
        return self.belongs_location(household.location) | {Scope.OWN_WARDS: household.guardian or ""}


def said(answer: HttpResponse) -> Any:
    """The content of an answer."""
    return json.loads(answer.content)
