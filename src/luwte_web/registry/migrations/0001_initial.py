# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of the registry."""

import django.db.models.deletion
from django.db import migrations, models

import luwte.model.marks
import luwte.model.people
import luwte.model.periods
import luwte.model.places
import luwte.model.pledges
import luwte.model.quality
import luwte.model.stays
import luwte_web.registry.fields


class Migration(migrations.Migration):
    """Made by makemigrations."""

    initial = True

    dependencies = ()

    operations = (
        migrations.CreateModel(
            name="Change",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("moment", models.DateTimeField(db_index=True)),
                ("actor", models.CharField(max_length=64)),
                ("reason", models.CharField(max_length=2000)),
            ],
        ),
        migrations.CreateModel(
            name="Commitment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=100, unique=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Forgetting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ],
        ),
        migrations.CreateModel(
            name="Household",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=100, unique=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Location",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=100, unique=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Move",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=100, unique=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Offer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=100, unique=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=100, unique=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Turn",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(("id", 1)), name="there_is_one_turn")],
            },
        ),
        migrations.CreateModel(
            name="CommitmentFacts",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                (
                    "kind",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.pledges.CommitmentKind,
                        max_length=32,
                        members=(
                            "motion",
                            "amendment",
                            "court_order",
                            "undertaking",
                            "question",
                            "inspection_finding",
                            "recommendation",
                            "action_point",
                            "own_goal",
                        ),
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=2000)),
                ("made_by", models.CharField(blank=True, max_length=2000)),
                ("made_on", models.DateField(null=True)),
                ("owner", models.CharField(blank=True, max_length=2000)),
                ("measure", models.CharField(blank=True, max_length=2000)),
                ("target", models.CharField(blank=True, max_length=2000)),
                ("due", models.DateField(null=True)),
                (
                    "state",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.pledges.CommitmentState,
                        max_length=32,
                        members=("open", "running", "met", "missed", "withdrawn", "unknown"),
                        null=True,
                    ),
                ),
                ("answer", models.CharField(blank=True, max_length=2000)),
                ("evidence", models.CharField(blank=True, max_length=2000)),
                ("reported_on", models.DateField(null=True)),
                ("source", models.CharField(blank=True, max_length=2000)),
                (
                    "mark",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.marks.Mark,
                        max_length=32,
                        members=("published", "secondary", "reconstructed", "assumption"),
                        null=True,
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.commitment"
                    ),
                ),
                (
                    "known_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
                (
                    "superseded_by",
                    models.ForeignKey(
                        db_index=False,
                        default=None,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="commitmentfacts_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)),
                        fields=("line",),
                        name="commitmentfacts_one_current",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="commitmentfacts_known_first",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("commitment",), name="commitment_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DatasetFacts",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                ("reference_date", models.DateField(null=True)),
                ("title", models.CharField(blank=True, max_length=2000)),
                ("synthetic", models.BooleanField(default=False)),
                ("seed", models.BigIntegerField(null=True)),
                (
                    "known_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
                (
                    "superseded_by",
                    models.ForeignKey(
                        db_index=False,
                        default=None,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="datasetfacts_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="datasetfacts_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="datasetfacts_known_first",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                ("cycle", models.PositiveIntegerField()),
                ("municipality", models.CharField(blank=True, max_length=100)),
                ("places", models.PositiveIntegerField()),
                ("amv_places", models.PositiveIntegerField(null=True)),
                ("decided_on", models.DateField(null=True)),
                ("available_by", models.DateField(null=True)),
                (
                    "known_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
                (
                    "superseded_by",
                    models.ForeignKey(
                        db_index=False,
                        default=None,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="decision_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="decision_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="decision_known_first",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)),
                        fields=("cycle", "municipality"),
                        name="decision_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Exchange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                ("giver", models.CharField(blank=True, max_length=100)),
                ("taker", models.CharField(blank=True, max_length=100)),
                ("places", models.PositiveIntegerField()),
                ("amv_places", models.PositiveIntegerField()),
                ("agreed_on", models.DateField(null=True)),
                (
                    "known_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
                (
                    "superseded_by",
                    models.ForeignKey(
                        db_index=False,
                        default=None,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="exchange_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="exchange_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="exchange_known_first",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Holiday",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                (
                    "region",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.periods.SchoolRegion, max_length=32, members=("north", "middle", "south")
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=2000)),
                ("first_day", models.DateField()),
                ("last_day", models.DateField()),
                (
                    "known_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
                (
                    "superseded_by",
                    models.ForeignKey(
                        db_index=False,
                        default=None,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="holiday_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="holiday_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="holiday_known_first",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("region", "first_day"), name="holiday_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Improvement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                ("indicator", models.CharField(blank=True, max_length=100)),
                ("action", models.CharField(blank=True, max_length=2000)),
                ("owner", models.CharField(blank=True, max_length=2000)),
                ("due", models.DateField(null=True)),
                ("cost", luwte_web.registry.fields.ExactField(null=True)),
                ("done_on", models.DateField(null=True)),
                (
                    "known_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
                (
                    "superseded_by",
                    models.ForeignKey(
                        db_index=False,
                        default=None,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
                (
                    "location",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.location"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="improvement_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="improvement_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="improvement_known_first",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HouseholdFacts",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                (
                    "group",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.people.HouseholdGroup,
                        max_length=32,
                        members=("family", "amv", "young_adult", "adult"),
                    ),
                ),
                (
                    "phase",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.people.Phase,
                        max_length=32,
                        members=("registration", "procedure", "permit", "return"),
                    ),
                ),
                ("since", models.DateField(null=True)),
                ("forced_moves", models.PositiveIntegerField(default=0)),
                ("guardian", models.CharField(blank=True, max_length=100)),
                ("needs", luwte_web.registry.fields.CodesField(blank=True, default=frozenset, max_length=2000)),
                (
                    "wish_kind",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.people.WishKind,
                        max_length=32,
                        members=("stay", "place", "region", "small_scale"),
                        null=True,
                    ),
                ),
                ("wish", models.CharField(blank=True, max_length=100)),
                (
                    "wish_by",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.people.WishBy,
                        max_length=32,
                        members=("child", "guardian", "parents"),
                        null=True,
                    ),
                ),
                ("wish_on", models.DateField(null=True)),
                ("linked_municipality", models.CharField(blank=True, max_length=100)),
                ("locked", models.BooleanField(null=True)),
                ("lock_reason", models.CharField(blank=True, max_length=2000)),
                (
                    "on_place",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.places.PlaceGroup, max_length=32, members=("family", "amv", "adult"), null=True
                    ),
                ),
                (
                    "household",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.household"
                    ),
                ),
                (
                    "keep_near",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.household",
                    ),
                ),
                (
                    "known_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
                (
                    "superseded_by",
                    models.ForeignKey(
                        db_index=False,
                        default=None,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
                (
                    "location",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.location"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="householdfacts_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="householdfacts_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="householdfacts_known_first",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("household",), name="household_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("location", None), ("on_place", None)),
                            models.Q(("location__isnull", False), ("on_place__isnull", False)),
                            _connector="OR",
                        ),
                        name="who_lives_somewhere_has_a_place",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("group", "amv"), _negated=True),
                            ("on_place", None),
                            ("on_place", "amv"),
                            _connector="OR",
                        ),
                        name="an_amv_lives_on_an_amv_place",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Assessment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                (
                    "group",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.quality.AssessedGroup, max_length=32, members=("family", "amv", "adult", "all")
                    ),
                ),
                ("indicator", models.CharField(blank=True, max_length=100)),
                (
                    "answer",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.quality.Answer,
                        max_length=32,
                        members=("met", "partly", "not_met", "not_applicable", "unknown"),
                    ),
                ),
                ("date", models.DateField()),
                (
                    "method",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.quality.Method,
                        max_length=32,
                        members=("self", "visit", "document", "child_survey"),
                    ),
                ),
                ("value", models.CharField(blank=True, max_length=2000)),
                ("assessor", models.CharField(blank=True, max_length=100)),
                ("note", models.CharField(blank=True, max_length=2000)),
                (
                    "known_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
                (
                    "superseded_by",
                    models.ForeignKey(
                        db_index=False,
                        default=None,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
                (
                    "location",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.location"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="assessment_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="assessment_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="assessment_known_first",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)),
                        fields=("location", "group", "indicator", "date", "method", "assessor"),
                        name="assessment_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LocationFacts",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                ("name", models.CharField(blank=True, max_length=2000)),
                ("municipality", models.CharField(blank=True, max_length=100)),
                (
                    "kind",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.places.LocationKind,
                        max_length=32,
                        members=(
                            "azc",
                            "small_scale",
                            "amv_site",
                            "registration",
                            "emergency",
                            "crisis_emergency",
                            "temporary_municipal",
                            "municipal",
                        ),
                    ),
                ),
                (
                    "operator",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.places.Operator,
                        max_length=32,
                        members=("coa", "municipality", "nidos", "other"),
                    ),
                ),
                (
                    "building",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.places.Building,
                        max_length=32,
                        members=(
                            "house",
                            "flats",
                            "residential",
                            "school",
                            "office",
                            "holiday_park",
                            "containers",
                            "hotel",
                            "ship",
                            "sports_hall",
                            "event_hall",
                            "tent",
                            "other",
                        ),
                    ),
                ),
                ("family_places", models.PositiveIntegerField()),
                ("amv_places", models.PositiveIntegerField()),
                ("adult_places", models.PositiveIntegerField()),
                ("opens", models.DateField(null=True)),
                ("closes", models.DateField(null=True)),
                ("supervisor", models.CharField(blank=True, max_length=2000)),
                (
                    "scheme",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.places.Scheme,
                        max_length=32,
                        members=("coa", "dgos", "ksos", "tgo", "other"),
                        null=True,
                    ),
                ),
                ("contractor", models.CharField(blank=True, max_length=2000)),
                ("flexible_places", models.PositiveIntegerField(default=0)),
                ("accessible_places", models.PositiveIntegerField(default=0)),
                ("school_places", models.PositiveIntegerField(null=True)),
                ("provides", luwte_web.registry.fields.CodesField(blank=True, default=frozenset, max_length=2000)),
                ("only", luwte_web.registry.fields.CodesField(blank=True, default=frozenset, max_length=2000)),
                (
                    "family_fit",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.places.StatedFitness,
                        max_length=32,
                        members=("yes", "no", "unknown"),
                        null=True,
                    ),
                ),
                (
                    "amv_fit",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.places.StatedFitness,
                        max_length=32,
                        members=("yes", "no", "unknown"),
                        null=True,
                    ),
                ),
                (
                    "adult_fit",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.places.StatedFitness,
                        max_length=32,
                        members=("yes", "no", "unknown"),
                        null=True,
                    ),
                ),
                ("stays_until_age", models.PositiveIntegerField(default=18)),
                ("own_amv_team", models.BooleanField(null=True)),
                ("cost_per_place_day", luwte_web.registry.fields.ExactField(null=True)),
                ("lon", luwte_web.registry.fields.ExactField(null=True)),
                ("lat", luwte_web.registry.fields.ExactField(null=True)),
                ("school_km", luwte_web.registry.fields.ExactField(null=True)),
                ("gp_km", luwte_web.registry.fields.ExactField(null=True)),
                (
                    "known_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
                (
                    "location",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.location"
                    ),
                ),
                (
                    "superseded_by",
                    models.ForeignKey(
                        db_index=False,
                        default=None,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="locationfacts_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="locationfacts_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="locationfacts_known_first",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("location",), name="location_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MoveFacts",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                ("on", models.DateField()),
                (
                    "status",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.stays.MoveStatus, max_length=32, members=("accepted", "committed", "cancelled")
                    ),
                ),
                (
                    "cause",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.stays.MoveCause,
                        max_length=32,
                        members=("procedure", "closure", "capacity", "eighteen", "own_wish", "family", "medical"),
                        null=True,
                    ),
                ),
                ("plan", models.CharField(blank=True, max_length=2000)),
                (
                    "to_place",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.places.PlaceGroup, max_length=32, members=("family", "amv", "adult")
                    ),
                ),
                (
                    "household",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.household"
                    ),
                ),
                (
                    "known_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
                (
                    "move",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.move"
                    ),
                ),
                (
                    "superseded_by",
                    models.ForeignKey(
                        db_index=False,
                        default=None,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.location"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="movefacts_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="movefacts_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="movefacts_known_first",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("move",), name="move_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("superseded_by", None),
                            (
                                "status__in",
                                [luwte.model.stays.MoveStatus["ACCEPTED"], luwte.model.stays.MoveStatus["COMMITTED"]],
                            ),
                        ),
                        fields=("household",),
                        name="a_household_moves_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MunicipalityFacts",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                ("code", models.CharField(blank=True, max_length=100)),
                ("name", models.CharField(blank=True, max_length=2000)),
                ("province_code", models.CharField(blank=True, max_length=100)),
                ("province", models.CharField(blank=True, max_length=2000)),
                ("inhabitants", luwte_web.registry.fields.CountsField()),
                ("ses_woa", luwte_web.registry.fields.ExactField(null=True)),
                ("key_weight", luwte_web.registry.fields.ExactField(null=True)),
                ("lon", luwte_web.registry.fields.ExactField(null=True)),
                ("lat", luwte_web.registry.fields.ExactField(null=True)),
                (
                    "known_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
                (
                    "superseded_by",
                    models.ForeignKey(
                        db_index=False,
                        default=None,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="municipalityfacts_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)),
                        fields=("line",),
                        name="municipalityfacts_one_current",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="municipalityfacts_known_first",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("code",), name="municipality_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OfferFacts",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                ("municipality", models.CharField(blank=True, max_length=100)),
                ("places", models.PositiveIntegerField()),
                (
                    "status",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.pledges.OfferStatus,
                        max_length=32,
                        members=("idea", "intention", "viable", "decided", "realised", "refused"),
                    ),
                ),
                ("amv_places", models.PositiveIntegerField(default=0)),
                (
                    "kind",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.places.LocationKind,
                        max_length=32,
                        members=(
                            "azc",
                            "small_scale",
                            "amv_site",
                            "registration",
                            "emergency",
                            "crisis_emergency",
                            "temporary_municipal",
                            "municipal",
                        ),
                        null=True,
                    ),
                ),
                ("available_from", models.DateField(null=True)),
                ("available_until", models.DateField(null=True)),
                (
                    "viable_because",
                    luwte_web.registry.fields.CodesField(blank=True, default=frozenset, max_length=2000),
                ),
                ("funded_until", models.DateField(null=True)),
                ("conditions", models.CharField(blank=True, max_length=2000)),
                (
                    "known_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
                (
                    "location",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.location"
                    ),
                ),
                (
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.offer"
                    ),
                ),
                (
                    "superseded_by",
                    models.ForeignKey(
                        db_index=False,
                        default=None,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="offerfacts_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="offerfacts_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="offerfacts_known_first",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("offer",), name="offer_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Disappearance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                ("reported_on", models.DateField()),
                ("reported_by", models.CharField(blank=True, max_length=100)),
                ("alerted_on", models.DateField(null=True)),
                ("alerted", models.CharField(blank=True, max_length=2000)),
                ("done", models.CharField(blank=True, max_length=2000)),
                ("found_on", models.DateField(null=True)),
                (
                    "known_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
                (
                    "superseded_by",
                    models.ForeignKey(
                        db_index=False,
                        default=None,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.person"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="disappearance_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="disappearance_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="disappearance_known_first",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)),
                        fields=("person", "reported_on"),
                        name="disappearance_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("found_on", None), ("found_on__gte", models.F("reported_on")), _connector="OR"
                        ),
                        name="found_after_it_was_reported",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonFacts",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                ("birth_month", luwte_web.registry.fields.MonthField(max_length=7)),
                (
                    "relation",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.people.Relation,
                        max_length=32,
                        members=("parent", "legal_carer", "child", "sibling", "relative", "partner", "self"),
                    ),
                ),
                (
                    "sex",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.people.Sex, max_length=32, members=("f", "m", "x"), null=True
                    ),
                ),
                ("lodged_on", models.DateField(null=True)),
                ("first_school_day", models.DateField(null=True)),
                ("health_intake_on", models.DateField(null=True)),
                ("guardian_since", models.DateField(null=True)),
                ("vulnerable", models.BooleanField(null=True)),
                (
                    "household",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.household"
                    ),
                ),
                (
                    "known_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.person"
                    ),
                ),
                (
                    "superseded_by",
                    models.ForeignKey(
                        db_index=False,
                        default=None,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="personfacts_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="personfacts_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="personfacts_known_first",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("person",), name="person_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Stay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                ("since", models.DateField()),
                ("until", models.DateField(null=True)),
                (
                    "cause",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.stays.MoveCause,
                        max_length=32,
                        members=("procedure", "closure", "capacity", "eighteen", "own_wish", "family", "medical"),
                        null=True,
                    ),
                ),
                ("forced", models.BooleanField(null=True)),
                (
                    "household",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.household"
                    ),
                ),
                (
                    "known_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
                (
                    "location",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.location"
                    ),
                ),
                (
                    "superseded_by",
                    models.ForeignKey(
                        db_index=False,
                        default=None,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="stay_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="stay_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="stay_known_first",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("household", "since"), name="stay_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"),
                        name="a_stay_begins_before_it_ends",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Unit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.BigIntegerField()),
                ("unit", models.CharField(blank=True, max_length=100)),
                (
                    "group",
                    luwte_web.registry.fields.MemberField(
                        kind=luwte.model.places.PlaceGroup, max_length=32, members=("family", "amv", "adult")
                    ),
                ),
                ("places", models.PositiveIntegerField()),
                ("rooms", models.PositiveIntegerField(null=True)),
                ("team", models.CharField(blank=True, max_length=2000)),
                ("out_of_use", models.BooleanField(null=True)),
                (
                    "known_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
                (
                    "location",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.location"
                    ),
                ),
                (
                    "superseded_by",
                    models.ForeignKey(
                        db_index=False,
                        default=None,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.change",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["known_by", "superseded_by"], name="unit_history")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("line",), name="unit_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_by", None), ("superseded_by__gte", models.F("known_by")), _connector="OR"
                        ),
                        name="unit_known_first",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_by", None)), fields=("location", "unit"), name="unit_once"
                    ),
                ],
            },
        ),
    )
