# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The rights of the child, articles 1 to 42 of the UN convention (IVRK): each in a few plain words of ours."""

from collections.abc import Mapping

from luwte.words import N_

RIGHTS: Mapping[str, str] = {
    "1": N_("who is under eighteen is a child"),
    "2": N_("no child is treated worse than another"),
    "3": N_("the child's interests come first"),
    "4": N_("the state makes these rights real"),
    "5": N_("parents guide their child"),
    "6": N_("to live and to grow up"),
    "7": N_("to a name, a nationality and one's parents"),
    "8": N_("to keep an identity"),
    "9": N_("to live with one's parents"),
    "10": N_("to be together again with family"),
    "11": N_("not to be taken away"),
    "12": N_("to have a say and to be heard"),
    "13": N_("to speak freely and to know"),
    "14": N_("to think and believe freely"),
    "15": N_("to meet others"),
    "16": N_("to privacy"),
    "17": N_("to information that a child understands"),
    "18": N_("parents raise their child and get help with it"),
    "19": N_("to be safe from violence and neglect"),
    "20": N_("to protection of a child without parents"),
    "21": N_("to safe adoption"),
    "22": N_("to protection of a child who fled"),
    "23": N_("to care for a child with a disability"),
    "24": N_("to health and health care"),
    "25": N_("to a regular look at how a child in care is doing"),
    "26": N_("to social security"),
    "27": N_("to a good enough home, food and clothing"),
    "28": N_("to go to school"),
    "29": N_("to education that lets a child flourish"),
    "30": N_("to one's own language, culture and religion"),
    "31": N_("to play and to rest"),
    "32": N_("to be safe from child labour"),
    "33": N_("to be safe from drugs"),
    "34": N_("to be safe from sexual abuse"),
    "35": N_("to be safe from trafficking"),
    "36": N_("to be safe from exploitation"),
    "37": N_("not to be locked up"),
    "38": N_("to protection in war"),
    "39": N_("to recover after violence"),
    "40": N_("to fair treatment when accused"),
    "41": N_("the better rule goes first"),
    "42": N_("everybody knows these rights"),
}
