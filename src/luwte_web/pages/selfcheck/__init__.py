# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The self-check of municipalities: what is asked and known, what a municipality says, and the form to say it on."""
