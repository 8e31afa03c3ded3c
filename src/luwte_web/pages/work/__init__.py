# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The first screen of everybody who works here: what needs a decision from them, by when, and why."""
