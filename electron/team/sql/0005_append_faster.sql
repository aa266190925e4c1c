-- Appending without a look at what is there. A plan made while the log was short read all of it for every batch, and ever longer;
-- the unique index finds what is there already anyway. What is not taken a second time leaves its position unused: readers
-- ask for what is above a position, and never count.
SET ROLE tier3_desk_owner;

CREATE OR REPLACE FUNCTION tier3_desk.append(ids uuid[], payloads bytea[], version int) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  team uuid;
  device uuid;
  start bigint;
  current_version int;
  added bigint;
BEGIN
  SELECT team_id, device_id INTO team, device FROM tier3_desk.members
  WHERE role_name = session_user AND state = 'active';
  IF team IS NULL THEN
    RAISE EXCEPTION 'not a member of a team' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- Locks out every other writer of the team until this transaction ends: a position is never seen before a lower one.
  SELECT last_position, key_version INTO start, current_version FROM tier3_desk.teams WHERE id = team FOR UPDATE;
  IF version <> current_version THEN
    RAISE EXCEPTION 'the key of the team is now version %', current_version USING ERRCODE = 'TD001';
  END IF;
  INSERT INTO tier3_desk.events (team_id, position, id, device_id, key_version, payload)
  SELECT team, start + sent.n, sent.id, device, version, sent.payload
  FROM unnest(ids, payloads) WITH ORDINALITY AS sent (id, payload, n)
  ON CONFLICT (team_id, id) DO NOTHING;
  GET DIAGNOSTICS added = ROW_COUNT;
  IF added > 0 THEN
    UPDATE tier3_desk.teams SET last_position = start + cardinality(ids) WHERE id = team;
    PERFORM pg_notify('tier3_desk_' || team, '');
  END IF;
  RETURN start + cardinality(ids);
END
$$;
