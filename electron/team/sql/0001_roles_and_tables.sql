-- A team's log of Tier3 Desk. Everything a desk sends is encrypted on that desk: this database holds ids, order, sizes, times
-- of arrival and keyed hashes, and nothing that can be read. Run once by a role that may create roles and schemas.
-- tier3_desk_owner owns everything and cannot log in; tier3_desk_member is what every desk's own login role belongs to.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tier3_desk_owner') THEN
    CREATE ROLE tier3_desk_owner NOLOGIN CREATEROLE;
  END IF;
END
$$;

DO $$
BEGIN
  EXECUTE format('GRANT tier3_desk_owner TO %I', current_user);
END
$$;

CREATE SCHEMA tier3_desk AUTHORIZATION tier3_desk_owner;

SET ROLE tier3_desk_owner;

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tier3_desk_member') THEN
    CREATE ROLE tier3_desk_member NOLOGIN;
  END IF;
END
$$;

CREATE TABLE tier3_desk.migrations (
  name text PRIMARY KEY,
  applied_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE tier3_desk.teams (
  id uuid PRIMARY KEY,
  -- The sequencer: whoever appends holds this row until the commit, so that positions become visible in their own order.
  last_position bigint NOT NULL DEFAULT 0,
  key_version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE tier3_desk.members (
  device_id uuid PRIMARY KEY,
  team_id uuid NOT NULL REFERENCES tier3_desk.teams,
  role_name name NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('invited', 'active', 'removed')),
  -- X25519; proven by a hash under the team's key, so that nobody here can put in a key of their own.
  public_key bytea CHECK (length(public_key) = 32),
  public_key_proof bytea CHECK (length(public_key_proof) = 32),
  -- The member's name, encrypted.
  name bytea,
  -- The team's keys, encrypted under the secret in the invitation; gone once it was accepted.
  invitation bytea,
  invited_until timestamptz,
  changed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX members_team ON tier3_desk.members (team_id);

-- The log. Nothing is ever changed or taken out. The function that appends vouches for team and device: foreign keys would be
-- looked up once a row.
CREATE TABLE tier3_desk.events (
  team_id uuid NOT NULL,
  position bigint NOT NULL,
  id uuid NOT NULL,
  device_id uuid NOT NULL,
  key_version int NOT NULL,
  payload bytea NOT NULL,
  received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (team_id, position),
  UNIQUE (team_id, id)
);

-- The referee: a claim is an insert that can fail. The key is a keyed hash of what is claimed; the holder an entry of an outbox.
CREATE TABLE tier3_desk.claims (
  team_id uuid NOT NULL REFERENCES tier3_desk.teams,
  key bytea NOT NULL CHECK (length(key) = 32),
  device_id uuid NOT NULL REFERENCES tier3_desk.members,
  entry_id uuid NOT NULL,
  claimed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (team_id, key)
);
CREATE INDEX claims_entry ON tier3_desk.claims (team_id, entry_id);

-- Each version of the team's key, wrapped for each device that may read with it.
CREATE TABLE tier3_desk.wrapped_keys (
  team_id uuid NOT NULL REFERENCES tier3_desk.teams,
  version int NOT NULL,
  device_id uuid NOT NULL REFERENCES tier3_desk.members,
  wrapped bytea NOT NULL,
  PRIMARY KEY (team_id, version, device_id)
);

-- Who looks at what just now, encrypted. Worth nothing after a restart, so it is not logged.
CREATE UNLOGGED TABLE tier3_desk.presence (
  device_id uuid PRIMARY KEY,
  team_id uuid NOT NULL,
  key_version int NOT NULL,
  payload bytea NOT NULL,
  seen_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
