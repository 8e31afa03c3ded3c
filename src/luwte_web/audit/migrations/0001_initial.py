# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The lines of the log, its end, and the tokens."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Made by makemigrations."""

    initial = True

    dependencies = ()

    operations = (
        migrations.CreateModel(
            name="Head",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.BigIntegerField()),
                ("seal", models.CharField(max_length=64)),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(("id", 1)), name="the_log_has_one_end")],
            },
        ),
        migrations.CreateModel(
            name="Line",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                ("moment", models.CharField(db_index=True, max_length=27)),
                ("actor", models.CharField(max_length=200)),
                ("act", models.CharField(max_length=16)),
                ("kind", models.CharField(max_length=32)),
                ("thing", models.CharField(max_length=200)),
                ("salt", models.CharField(max_length=32, null=True)),
                ("content", models.TextField(null=True)),
                ("content_hash", models.CharField(max_length=64)),
                ("previous", models.CharField(max_length=64)),
                ("seal", models.CharField(max_length=64)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["kind", "thing", "number"], name="audit_line_by_thing"),
                    models.Index(fields=["act", "number"], name="audit_line_by_act"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("content__isnull", True), ("salt__isnull", True)),
                            models.Q(("content__isnull", False), ("salt__isnull", False)),
                            _connector="OR",
                        ),
                        name="content_goes_with_its_salt",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Token",
            fields=[
                ("token", models.CharField(max_length=32, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=32)),
                ("key", models.CharField(max_length=200)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("kind", "key"), name="a_thing_has_one_token")],
            },
        ),
    )
