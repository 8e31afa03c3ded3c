# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What keeps an installation running: its processes, whether they are well, what is counted, backup and restore."""
