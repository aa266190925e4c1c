-- What a desk may see: the rows of its own team, and of the wrapped keys only its own. It may write nothing but through the
-- functions it is granted here.
SET ROLE tier3_desk_owner;

ALTER TABLE tier3_desk.teams ENABLE ROW LEVEL SECURITY;
ALTER TABLE tier3_desk.members ENABLE ROW LEVEL SECURITY;
ALTER TABLE tier3_desk.events ENABLE ROW LEVEL SECURITY;
ALTER TABLE tier3_desk.claims ENABLE ROW LEVEL SECURITY;
ALTER TABLE tier3_desk.wrapped_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE tier3_desk.presence ENABLE ROW LEVEL SECURITY;
ALTER TABLE tier3_desk.migrations ENABLE ROW LEVEL SECURITY;

-- As subqueries, so that they are asked once a statement and not once a row.
CREATE POLICY own_team ON tier3_desk.teams FOR SELECT TO tier3_desk_member
  USING (id = (SELECT tier3_desk.my_team()));
CREATE POLICY own_team ON tier3_desk.members FOR SELECT TO tier3_desk_member
  USING (team_id = (SELECT tier3_desk.my_team()));
CREATE POLICY own_team ON tier3_desk.events FOR SELECT TO tier3_desk_member
  USING (team_id = (SELECT tier3_desk.my_team()));
CREATE POLICY own_team ON tier3_desk.claims FOR SELECT TO tier3_desk_member
  USING (team_id = (SELECT tier3_desk.my_team()));
CREATE POLICY own_keys ON tier3_desk.wrapped_keys FOR SELECT TO tier3_desk_member
  USING (device_id = (SELECT tier3_desk.my_device()));
CREATE POLICY own_team ON tier3_desk.presence FOR SELECT TO tier3_desk_member
  USING (team_id = (SELECT tier3_desk.my_team()));

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA tier3_desk FROM PUBLIC;
GRANT USAGE ON SCHEMA tier3_desk TO tier3_desk_member;
GRANT SELECT ON tier3_desk.teams, tier3_desk.events, tier3_desk.claims, tier3_desk.wrapped_keys, tier3_desk.presence
  TO tier3_desk_member;
GRANT SELECT (device_id, team_id, state, public_key, public_key_proof, name, changed_at) ON tier3_desk.members
  TO tier3_desk_member;
GRANT EXECUTE ON FUNCTION
  tier3_desk.my_team, tier3_desk.my_device, tier3_desk.append, tier3_desk.claim, tier3_desk.release,
  tier3_desk.show_presence, tier3_desk.invite, tier3_desk.my_invitation, tier3_desk.accept, tier3_desk.remove_member,
  tier3_desk.rotate
  TO tier3_desk_member;
