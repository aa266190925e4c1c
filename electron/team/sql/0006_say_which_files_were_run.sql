-- A desk asks which of these files were run, and says which are missing. What was run by hand before this one left no trace in
-- the table: what it changed shows. Every file says itself from now on that it was run.
SET ROLE tier3_desk_owner;

INSERT INTO tier3_desk.migrations (name) VALUES
  ('0001_roles_and_tables.sql'),
  ('0002_functions.sql'),
  ('0003_members.sql'),
  ('0004_policies.sql'),
  ('0006_say_which_files_were_run.sql')
ON CONFLICT DO NOTHING;

INSERT INTO tier3_desk.migrations (name)
SELECT '0005_append_faster.sql' FROM pg_proc
WHERE oid = 'tier3_desk.append(uuid[], bytea[], int)'::regprocedure AND prosrc LIKE '%cardinality(ids)%'
ON CONFLICT DO NOTHING;

CREATE FUNCTION tier3_desk.files_run() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  SELECT name FROM tier3_desk.migrations ORDER BY name;
END;

REVOKE ALL ON FUNCTION tier3_desk.files_run FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tier3_desk.files_run TO tier3_desk_member;
