-- Who belongs to a team: a login role a device, made by an invitation, shut out by a removal.
SET ROLE tier3_desk_owner;

-- For the one who sets a team up; desks have no right to it.
CREATE FUNCTION tier3_desk.add_invited(
  team uuid, device uuid, login name, password_verifier text, sealed_keys bytea
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  -- A login never names another role: it is made of the id of the device.
  IF login <> 'tier3_desk_' || replace(device::text, '-', '') THEN
    RAISE EXCEPTION 'a login is named after its device' USING ERRCODE = 'check_violation';
  END IF;
  IF password_verifier NOT LIKE 'SCRAM-SHA-256$%' THEN
    RAISE EXCEPTION 'passwords come as SCRAM verifiers only' USING ERRCODE = 'check_violation';
  END IF;
  EXECUTE format(
    'CREATE ROLE %I LOGIN NOCREATEDB NOCREATEROLE PASSWORD %L VALID UNTIL %L IN ROLE tier3_desk_member',
    login, password_verifier, now() + interval '7 days'
  );
  INSERT INTO tier3_desk.members (device_id, team_id, role_name, state, invitation, invited_until)
  VALUES (device, team, login, 'invited', sealed_keys, now() + interval '7 days');
END
$$;

CREATE FUNCTION tier3_desk.invite(device uuid, login name, password_verifier text, sealed_keys bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM tier3_desk.add_invited(tier3_desk.require_team(), device, login, password_verifier, sealed_keys);
END
$$;

-- What is in the caller's own invitation, while it holds.
CREATE FUNCTION tier3_desk.my_invitation(OUT team uuid, OUT sealed_keys bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  SELECT team_id, invitation FROM tier3_desk.members
  WHERE role_name = session_user AND state = 'invited' AND invited_until > now();
END;

-- The invited device becomes a member, with a password nobody has been sent.
CREATE FUNCTION tier3_desk.accept(
  key bytea, proof bytea, member_name bytea, versions int[], wrapped_for_me bytea[], password_verifier text
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  team uuid;
  device uuid;
BEGIN
  UPDATE tier3_desk.members
  SET state = 'active', public_key = key, public_key_proof = proof, name = member_name,
    invitation = NULL, invited_until = NULL, changed_at = now()
  WHERE role_name = session_user AND state = 'invited' AND invited_until > now()
  RETURNING team_id, device_id INTO team, device;
  IF team IS NULL THEN
    RAISE EXCEPTION 'this invitation does not hold any more' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF password_verifier NOT LIKE 'SCRAM-SHA-256$%' THEN
    RAISE EXCEPTION 'passwords come as SCRAM verifiers only' USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO tier3_desk.wrapped_keys (team_id, version, device_id, wrapped)
  SELECT team, sent.version, device, sent.wrapped FROM unnest(versions, wrapped_for_me) AS sent (version, wrapped);
  EXECUTE format('ALTER ROLE %I PASSWORD %L VALID UNTIL %L', session_user, password_verifier, 'infinity');
  PERFORM pg_notify('tier3_desk_' || team, 'members');
END
$$;

-- Shuts a member of the caller's team out, at once and for good: also where a session of theirs is open.
CREATE FUNCTION tier3_desk.remove_member(device uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  team uuid := tier3_desk.require_team();
  login name;
BEGIN
  UPDATE tier3_desk.members
  SET state = 'removed', invitation = NULL, changed_at = now()
  WHERE device_id = device AND team_id = team AND state <> 'removed'
  RETURNING role_name INTO login;
  IF login IS NULL THEN
    RETURN;
  END IF;
  EXECUTE format('ALTER ROLE %I NOLOGIN', login);
  DELETE FROM tier3_desk.presence WHERE device_id = device;
  PERFORM pg_notify('tier3_desk_' || team, 'members');
END
$$;

-- The next version of the team's key, wrapped for every member there is. Invitations that were not accepted are void.
CREATE FUNCTION tier3_desk.rotate(version int, devices uuid[], wrapped_for bytea[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  team uuid := tier3_desk.require_team();
  current_version int;
  members uuid[];
  pending record;
BEGIN
  SELECT key_version INTO current_version FROM tier3_desk.teams WHERE id = team FOR UPDATE;
  SELECT array_agg(device_id ORDER BY device_id) INTO members FROM tier3_desk.members
  WHERE team_id = team AND state = 'active';
  IF version <> current_version + 1 OR members <> (SELECT array_agg(d ORDER BY d) FROM unnest(devices) AS d) THEN
    RAISE EXCEPTION 'the team has changed meanwhile' USING ERRCODE = 'TD002';
  END IF;
  FOR pending IN SELECT device_id FROM tier3_desk.members WHERE team_id = team AND state = 'invited' LOOP
    PERFORM tier3_desk.remove_member(pending.device_id);
  END LOOP;
  INSERT INTO tier3_desk.wrapped_keys (team_id, version, device_id, wrapped)
  SELECT team, rotate.version, sent.device, sent.wrapped FROM unnest(devices, wrapped_for) AS sent (device, wrapped);
  UPDATE tier3_desk.teams SET key_version = version WHERE id = team;
  PERFORM pg_notify('tier3_desk_' || team, 'members');
END
$$;
