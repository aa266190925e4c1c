-- A team also shares after how many days closed cases are purged.
CREATE TRIGGER `team_retention_added` AFTER INSERT ON `settings`
WHEN new.key = 'retention' AND EXISTS (SELECT 1 FROM settings WHERE key = 'team') BEGIN
  INSERT INTO team_marks(kind, id) VALUES ('setting', new.key) ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `team_retention_changed` AFTER UPDATE ON `settings`
WHEN new.key = 'retention' AND EXISTS (SELECT 1 FROM settings WHERE key = 'team') BEGIN
  INSERT INTO team_marks(kind, id) VALUES ('setting', new.key) ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `team_retention_dropped` AFTER DELETE ON `settings`
WHEN old.key = 'retention' AND EXISTS (SELECT 1 FROM settings WHERE key = 'team') BEGIN
  INSERT INTO team_marks(kind, id) VALUES ('setting', old.key) ON CONFLICT DO NOTHING;
END;
