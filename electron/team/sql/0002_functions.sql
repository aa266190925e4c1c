-- Everything a desk may write goes through these functions. They run as the owner, and ask first who is calling: session_user
-- is the role that logged in and cannot be changed by the caller.
SET ROLE tier3_desk_owner;

CREATE FUNCTION tier3_desk.my_team() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
RETURN (SELECT team_id FROM tier3_desk.members WHERE role_name = session_user AND state = 'active');

CREATE FUNCTION tier3_desk.my_device() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
RETURN (SELECT device_id FROM tier3_desk.members WHERE role_name = session_user AND state = 'active');

-- The calling member's team. Raises 42501 for everybody else.
CREATE FUNCTION tier3_desk.require_team() RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  team uuid := tier3_desk.my_team();
BEGIN
  IF team IS NULL THEN
    RAISE EXCEPTION 'not a member of a team' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN team;
END
$$;

-- Appends events in the order given; those that are there already stay as they are. The last position of the log.
CREATE FUNCTION tier3_desk.append(ids uuid[], payloads bytea[], version int) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  team uuid := tier3_desk.require_team();
  device uuid := tier3_desk.my_device();
  start bigint;
  current_version int;
  added bigint;
BEGIN
  -- Locks out every other writer of the team until this transaction ends: a position is never seen before a lower one.
  SELECT last_position, key_version INTO start, current_version FROM tier3_desk.teams WHERE id = team FOR UPDATE;
  IF version <> current_version THEN
    RAISE EXCEPTION 'the key of the team is now version %', current_version USING ERRCODE = 'TD001';
  END IF;
  INSERT INTO tier3_desk.events (team_id, position, id, device_id, key_version, payload)
  SELECT team, start + row_number() OVER (ORDER BY sent.n), sent.id, device, version, sent.payload
  FROM unnest(ids, payloads) WITH ORDINALITY AS sent (id, payload, n)
  WHERE NOT EXISTS (SELECT FROM tier3_desk.events e WHERE e.team_id = team AND e.id = sent.id);
  GET DIAGNOSTICS added = ROW_COUNT;
  IF added > 0 THEN
    UPDATE tier3_desk.teams SET last_position = start + added WHERE id = team;
    PERFORM pg_notify('tier3_desk_' || team, '');
  END IF;
  RETURN start + added;
END
$$;

-- Claims all of these keys for an entry, or none. Null when they are the entry's now; else the device that holds one of them.
CREATE FUNCTION tier3_desk.claim(keys bytea[], entry uuid) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  team uuid := tier3_desk.require_team();
  device uuid := tier3_desk.my_device();
  holder uuid;
BEGIN
  PERFORM FROM tier3_desk.teams WHERE id = team FOR UPDATE;
  SELECT device_id INTO holder FROM tier3_desk.claims
  WHERE team_id = team AND key = ANY (keys) AND (entry_id <> entry OR device_id <> device) ORDER BY claimed_at LIMIT 1;
  IF holder IS NOT NULL THEN
    RETURN holder;
  END IF;
  INSERT INTO tier3_desk.claims (team_id, key, device_id, entry_id)
  SELECT DISTINCT team, wanted, device, entry FROM unnest(keys) AS wanted
  ON CONFLICT (team_id, key) DO NOTHING;
  RETURN NULL;
END
$$;

-- Gives up what an entry of the caller's own device holds.
CREATE FUNCTION tier3_desk.release(entry uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  DELETE FROM tier3_desk.claims
  WHERE team_id = tier3_desk.require_team() AND device_id = tier3_desk.my_device() AND entry_id = entry;
END;

CREATE FUNCTION tier3_desk.show_presence(version int, shown bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  team uuid := tier3_desk.require_team();
BEGIN
  INSERT INTO tier3_desk.presence (device_id, team_id, key_version, payload)
  VALUES (tier3_desk.my_device(), team, version, shown)
  ON CONFLICT (device_id) DO UPDATE SET payload = shown, key_version = version, seen_at = clock_timestamp();
  PERFORM pg_notify('tier3_desk_' || team, 'presence');
END
$$;
