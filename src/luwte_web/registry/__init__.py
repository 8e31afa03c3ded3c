# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The registry: dated facts about places, people and promises, of which every version is kept."""
