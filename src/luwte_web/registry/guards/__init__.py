# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the database itself holds, beyond what Django can say: views that count people, and triggers that refuse.

`views` is the same on every database; `sqlite` and `postgresql` lay the triggers. Migrations use them.
"""
