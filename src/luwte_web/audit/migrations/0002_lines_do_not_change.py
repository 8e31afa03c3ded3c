# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The database itself holds that a line joins the end of the log, and never changes or goes.

Only its content can be removed, together with the salt.
"""

from django.db import migrations

from luwte_web.statements import in_own_words

KEPT = ("number", "moment", "actor", "act", "kind", "thing", "content_hash", "previous", "seal")
NEW, OLD = (", ".join(f"{row}.{name}" for name in KEPT) for row in ("NEW", "OLD"))
EMPTY_HEAD = f"INSERT INTO audit_head (id, number, seal) VALUES (1, 0, '{'0' * 64}')"  # noqa: S608 - constants alone

JOINS = "a line joins the end of the log"
STAYS = "a line of the log never changes"
MOVES = "the end of the log moves with its lines alone"

FORWARD = {
    "sqlite": (
        EMPTY_HEAD,
        f"""CREATE TRIGGER audit_line_joins BEFORE INSERT ON audit_line
            WHEN NOT EXISTS (SELECT 1 FROM audit_head WHERE number = NEW.number - 1 AND seal = NEW.previous)
            BEGIN SELECT RAISE(ABORT, '{JOINS}'); END""",  # noqa: S608 - constants alone
        """CREATE TRIGGER audit_line_joined AFTER INSERT ON audit_line
           BEGIN UPDATE audit_head SET number = NEW.number, seal = NEW.seal; END""",
        f"""CREATE TRIGGER audit_line_stays BEFORE UPDATE ON audit_line
            WHEN NEW.content IS NOT NULL OR NEW.salt IS NOT NULL OR ({NEW}) IS NOT ({OLD})
            BEGIN SELECT RAISE(ABORT, '{STAYS}'); END""",
        f"""CREATE TRIGGER audit_line_is_kept BEFORE DELETE ON audit_line
            BEGIN SELECT RAISE(ABORT, '{STAYS}'); END""",
        f"""CREATE TRIGGER audit_head_moves BEFORE UPDATE ON audit_head
            WHEN NEW.number <> OLD.number + 1
              OR NOT EXISTS (SELECT 1 FROM audit_line WHERE number = NEW.number AND seal = NEW.seal)
            BEGIN SELECT RAISE(ABORT, '{MOVES}'); END""",  # noqa: S608 - constants alone
        f"""CREATE TRIGGER audit_head_is_kept BEFORE DELETE ON audit_head
            BEGIN SELECT RAISE(ABORT, '{MOVES}'); END""",
    ),
    "postgresql": (
        EMPTY_HEAD,
        f"""CREATE FUNCTION audit_line_joins() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            IF NOT EXISTS (SELECT 1 FROM audit_head WHERE number = NEW.number - 1 AND seal = NEW.previous) THEN
              RAISE EXCEPTION '{JOINS}' USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            RETURN NEW; END $$""",  # noqa: S608 - constants alone
        """CREATE FUNCTION audit_line_joined() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
           UPDATE audit_head SET number = NEW.number, seal = NEW.seal;
           RETURN NULL; END $$""",
        f"""CREATE FUNCTION audit_line_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            IF TG_OP = 'UPDATE' AND NEW.content IS NULL AND NEW.salt IS NULL AND ({NEW}) IS NOT DISTINCT FROM ({OLD})
            THEN RETURN NEW; END IF;
            RAISE EXCEPTION '{STAYS}' USING ERRCODE = 'integrity_constraint_violation'; END $$""",
        f"""CREATE FUNCTION audit_head_moves() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            IF TG_OP = 'UPDATE' AND NEW.number = OLD.number + 1
              AND EXISTS (SELECT 1 FROM audit_line WHERE number = NEW.number AND seal = NEW.seal)
            THEN RETURN NEW; END IF;
            RAISE EXCEPTION '{MOVES}' USING ERRCODE = 'integrity_constraint_violation'; END $$""",  # noqa: S608 - constants alone
        """CREATE TRIGGER audit_line_joins BEFORE INSERT ON audit_line
           FOR EACH ROW EXECUTE FUNCTION audit_line_joins()""",
        """CREATE TRIGGER audit_line_joined AFTER INSERT ON audit_line
           FOR EACH ROW EXECUTE FUNCTION audit_line_joined()""",
        """CREATE TRIGGER audit_line_stays BEFORE UPDATE OR DELETE ON audit_line
           FOR EACH ROW EXECUTE FUNCTION audit_line_stays()""",
        """CREATE TRIGGER audit_line_is_kept BEFORE TRUNCATE ON audit_line
           FOR EACH STATEMENT EXECUTE FUNCTION audit_line_stays()""",
        """CREATE TRIGGER audit_head_moves BEFORE UPDATE OR DELETE ON audit_head
           FOR EACH ROW EXECUTE FUNCTION audit_head_moves()""",
        """CREATE TRIGGER audit_head_is_kept BEFORE TRUNCATE ON audit_head
           FOR EACH STATEMENT EXECUTE FUNCTION audit_head_moves()""",
    ),
}
TRIGGERS = {
    "audit_line": ("audit_line_joins", "audit_line_joined", "audit_line_stays", "audit_line_is_kept"),
    "audit_head": ("audit_head_moves", "audit_head_is_kept"),
}
FUNCTIONS = ("audit_line_joins", "audit_line_joined", "audit_line_stays", "audit_head_moves")
NO_HEAD = "DELETE FROM audit_head"
BACKWARD = {
    "sqlite": (*(f"DROP TRIGGER {name}" for names in TRIGGERS.values() for name in names), NO_HEAD),
    "postgresql": (
        *(f"DROP TRIGGER {name} ON {table}" for table, names in TRIGGERS.items() for name in names),
        *(f"DROP FUNCTION {name}()" for name in FUNCTIONS),
        NO_HEAD,
    ),
}


class Migration(migrations.Migration):
    """Run after the tables are there."""

    dependencies = (("audit", "0001_initial"),)
    operations = (in_own_words(FORWARD, BACKWARD),)
