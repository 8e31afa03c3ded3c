# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The main job: tasks, suitability, placement and checks together, written as one folder with a receipt."""
