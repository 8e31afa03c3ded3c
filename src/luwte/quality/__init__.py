# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What reception for children must be: norms, how locations meet them, and which layer follows from that."""
