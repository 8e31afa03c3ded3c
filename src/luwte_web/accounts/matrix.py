# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The table of who may do what, as a page: `python -m luwte_web.accounts.matrix > docs/access.md`."""

import sys

from luwte.words import words_in
from luwte_web.accounts.actions import Action
from luwte_web.accounts.actors import Role
from luwte_web.accounts.grants import GRANTS
from luwte_web.accounts.names import ACTIONS, ROLES, SCOPES

PAGE = """<!--
SPDX-FileCopyrightText: 2026 The Luwte authors
SPDX-License-Identifier: EUPL-1.2
-->

# Who may do what

Made from `src/luwte_web/accounts/grants.py`: change it there, and run
`python -m luwte_web.accounts.matrix > docs/access.md`.

A role is given within a scope and reaches no further. What does not stand here is not allowed. What one may not see
looks the same as what is not there. Whoever manages users reads about no household, whatever other role they hold. An
action on the country needs the whole country as scope.

## How far a role reaches

| Role | Scope |
|---|---|
{reach}

## What a role may do

| Action | On | Roles |
|---|---|---|
{actions}
"""


def page() -> str:
    """The page in Markdown."""
    reach = [f"| {_name(ROLES[role])} | {_reach(role)} |" for role in Role]
    actions = [f"| {_name(ACTIONS[action])} | {action.on.value} | {_roles(action)} |" for action in Action]
    return PAGE.format(reach="\n".join(reach), actions="\n".join(actions))


def _reach(role: Role) -> str:
    return ", or ".join(_name(name) for scope, name in SCOPES.items() if scope in GRANTS[role].scopes)


def _roles(action: Action) -> str:
    return ", ".join(_name(ROLES[role]).split(":")[0] for role in Role if action in GRANTS[role].actions)


def _name(message: str) -> str:
    return words_in("en").text(message)


if __name__ == "__main__":
    sys.stdout.write(page())
