CREATE TABLE `team_cases` (
	`subject` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `team_cases_caseId_unique` ON `team_cases` (`case_id`);--> statement-breakpoint
CREATE TABLE `team_changes` (
	`topic` text NOT NULL,
	`stamp` text NOT NULL,
	`kind` text NOT NULL,
	`change` text NOT NULL,
	PRIMARY KEY(`topic`, `stamp`, `kind`, `change`)
);
--> statement-breakpoint
CREATE INDEX `team_changes_stamp` ON `team_changes` (`stamp`);--> statement-breakpoint
CREATE TABLE `team_claims` (
	`entry_id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `outbox`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `team_events` (
	`id` text PRIMARY KEY NOT NULL,
	`payload` text,
	`sent_at` integer
);
--> statement-breakpoint
CREATE INDEX `team_events_waiting` ON `team_events` (`id`) WHERE sent_at IS NULL;--> statement-breakpoint
CREATE TABLE `team_marks` (
	`kind` text NOT NULL,
	`id` text NOT NULL,
	PRIMARY KEY(`kind`, `id`)
);
--> statement-breakpoint
-- In a team whoever writes what the others are to see marks it; nobody has to think of it. Alone, nothing is marked. Not
-- INSERT OR IGNORE: where the write itself is an upsert, its own policy would hold here too.
CREATE TRIGGER `team_case_added` AFTER INSERT ON `cases` WHEN EXISTS (SELECT 1 FROM settings WHERE key = 'team') BEGIN
  INSERT INTO team_marks(kind, id) VALUES ('case', new.id) ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `team_case_changed` AFTER UPDATE OF status, team, ticket_id, tags, problem, same_as, maybe_same ON `cases`
WHEN EXISTS (SELECT 1 FROM settings WHERE key = 'team') BEGIN
  INSERT INTO team_marks(kind, id) VALUES ('case', new.id) ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `team_finding_decided` AFTER INSERT ON `finding_decisions`
WHEN EXISTS (SELECT 1 FROM settings WHERE key = 'team') BEGIN
  INSERT INTO team_marks(kind, id) VALUES ('case', new.case_id) ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `team_finding_changed` AFTER UPDATE ON `finding_decisions`
WHEN EXISTS (SELECT 1 FROM settings WHERE key = 'team') BEGIN
  INSERT INTO team_marks(kind, id) VALUES ('case', new.case_id) ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `team_finding_forgotten` AFTER DELETE ON `finding_decisions`
WHEN EXISTS (SELECT 1 FROM settings WHERE key = 'team') BEGIN
  INSERT INTO team_marks(kind, id) VALUES ('case', old.case_id) ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `team_act_added` AFTER INSERT ON `activity`
WHEN new.case_id IS NOT NULL AND EXISTS (SELECT 1 FROM settings WHERE key = 'team') BEGIN
  INSERT INTO team_marks(kind, id) VALUES ('act', new.id) ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `team_act_undone` AFTER UPDATE OF undone_at ON `activity`
WHEN new.case_id IS NOT NULL AND EXISTS (SELECT 1 FROM settings WHERE key = 'team') BEGIN
  INSERT INTO team_marks(kind, id) VALUES ('act', new.id) ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `team_ticket_added` AFTER INSERT ON `tickets` WHEN EXISTS (SELECT 1 FROM settings WHERE key = 'team') BEGIN
  INSERT INTO team_marks(kind, id) VALUES ('ticket', new.id) ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `team_ticket_changed` AFTER UPDATE OF team, repository, title, number, url, opened_at, withdrawn_at ON `tickets`
WHEN EXISTS (SELECT 1 FROM settings WHERE key = 'team') BEGIN
  INSERT INTO team_marks(kind, id) VALUES ('ticket', new.id) ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `team_problem_added` AFTER INSERT ON `problems` WHEN EXISTS (SELECT 1 FROM settings WHERE key = 'team') BEGIN
  INSERT INTO team_marks(kind, id) VALUES ('problem', new.id) ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `team_problem_changed` AFTER UPDATE ON `problems` WHEN EXISTS (SELECT 1 FROM settings WHERE key = 'team') BEGIN
  INSERT INTO team_marks(kind, id) VALUES ('problem', new.id) ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
-- A new ticket leaves only once the team knows that it is the only one for its cases.
CREATE TRIGGER `team_ticket_queued` AFTER INSERT ON `outbox`
WHEN new.kind = 'create-issue' AND EXISTS (SELECT 1 FROM settings WHERE key = 'team') BEGIN
  INSERT INTO team_claims(entry_id, state) VALUES (new.id, 'wanted') ON CONFLICT DO NOTHING;
END;
