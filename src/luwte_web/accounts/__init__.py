# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""People at the desk: who they are, which roles they have within which scope, and what that lets them do."""
