-- What a team shares of its settings: promises of time, calendars, when a problem is a trend, and the directory of tool teams.
CREATE TRIGGER `team_setting_added` AFTER INSERT ON `settings`
WHEN new.key IN ('policies', 'calendars', 'trends') AND EXISTS (SELECT 1 FROM settings WHERE key = 'team') BEGIN
  INSERT INTO team_marks(kind, id) VALUES ('setting', new.key) ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `team_setting_changed` AFTER UPDATE ON `settings`
WHEN new.key IN ('policies', 'calendars', 'trends') AND EXISTS (SELECT 1 FROM settings WHERE key = 'team') BEGIN
  INSERT INTO team_marks(kind, id) VALUES ('setting', new.key) ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `team_setting_dropped` AFTER DELETE ON `settings`
WHEN old.key IN ('policies', 'calendars', 'trends') AND EXISTS (SELECT 1 FROM settings WHERE key = 'team') BEGIN
  INSERT INTO team_marks(kind, id) VALUES ('setting', old.key) ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `team_directory_added` AFTER INSERT ON `teams` WHEN EXISTS (SELECT 1 FROM settings WHERE key = 'team') BEGIN
  INSERT INTO team_marks(kind, id) VALUES ('setting', 'directory') ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `team_directory_changed` AFTER UPDATE ON `teams` WHEN EXISTS (SELECT 1 FROM settings WHERE key = 'team') BEGIN
  INSERT INTO team_marks(kind, id) VALUES ('setting', 'directory') ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `team_directory_dropped` AFTER DELETE ON `teams` WHEN EXISTS (SELECT 1 FROM settings WHERE key = 'team') BEGIN
  INSERT INTO team_marks(kind, id) VALUES ('setting', 'directory') ON CONFLICT DO NOTHING;
END;
