# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The log: who did what when, and who looked at a person. Lines are only ever added, and each seals the one before.

`services.record` adds a line inside the caller's transaction: what is done and its line are kept together or not at
all. It locks the end of the log until that transaction ends, so call it last, after every other lock was taken.
People are named by a random token. `tokens` alone tells whom a token stands for, and can be made to forget.
"""
