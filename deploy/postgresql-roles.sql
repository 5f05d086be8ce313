-- The rights of `acceptance`, the role that the web server and the worker connect as. It owns
-- nothing, and where the record must not bend it may only look and add. Migrations run as another
-- role, here the superuser. Run this once, and again after every migration:
--   psql -d acceptance -f deploy/postgresql-roles.sql
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'acceptance') THEN
    CREATE ROLE acceptance LOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- Somebody made it at this very moment.
END $$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO acceptance;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO acceptance;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO acceptance;

-- Written once: the ledger, submissions, photos, templates, limits of standards.
REVOKE UPDATE, DELETE ON ledger, submission, photo, checklist_template, limit_proposal,
  limit_decision FROM acceptance;
-- Kept for ever: changed only where the triggers allow it.
REVOKE DELETE ON attempt, certificate, checklist, counter, signature, ledger_head, project,
  rectification, works, project_paper FROM acceptance;
REVOKE INSERT, UPDATE, DELETE ON alembic_version FROM acceptance;
