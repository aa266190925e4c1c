-- A report that was read in anew, and what was said on a ticket, are told to the team too.
CREATE TRIGGER `team_case_read_anew` AFTER UPDATE OF raw_text, hints, fields, reporter, reported_at, received_at, scrubbed_area ON `cases`
WHEN EXISTS (SELECT 1 FROM settings WHERE key = 'team') BEGIN
  INSERT INTO team_marks(kind, id) VALUES ('case', new.id) ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `team_entry_arrived` AFTER UPDATE OF remote_id ON `outbox`
WHEN new.remote_id IS NOT NULL AND EXISTS (SELECT 1 FROM settings WHERE key = 'team') BEGIN
  INSERT INTO team_marks(kind, id) VALUES ('entry', new.id) ON CONFLICT DO NOTHING;
END;
