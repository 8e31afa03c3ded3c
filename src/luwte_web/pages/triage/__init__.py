# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The triage for people to see: the locations that one reads about together, and each with what is known of it."""
