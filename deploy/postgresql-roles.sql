-- Two roles: acceptance_owner runs the migrations and owns every table; acceptance is what the web
-- server and the worker connect as. It owns nothing, and where the record must not bend it may only
-- look and add. Run as a superuser once, then again after each migration:
--   psql -d acceptance -f deploy/postgresql-roles.sql
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'acceptance_owner') THEN
    CREATE ROLE acceptance_owner LOGIN;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'acceptance') THEN
    CREATE ROLE acceptance LOGIN;
  END IF;
END $$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO acceptance_owner;
GRANT USAGE ON SCHEMA public TO acceptance;

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO acceptance;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO acceptance;

-- Written once: the ledger, submissions, photos, templates.
REVOKE UPDATE, DELETE ON ledger, submission, photo, checklist_template FROM acceptance;
-- Kept for ever: changed only where the triggers allow it.
REVOKE DELETE ON attempt, certificate, checklist, counter, signature, ledger_head, project,
  rectification, works, project_paper FROM acceptance;
