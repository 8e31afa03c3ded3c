# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The phase-out of emergency reception: who came and went per quarter, at what pace, and what a chosen day takes.

Emergency reception is emergency, crisis emergency and temporary municipal reception together (NO, CNO and TGO); they
are told apart wherever they are counted.
"""
