# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Where plans are made from the registry, and where people decide what comes of them.

`jobs` asks for a plan and `making` makes it in the background; `proposals` tells how each proposal stands now; `review`
holds every decision, each one transaction with its actor and its reason; `best_interests` keeps what was weighed
for a child.
"""
