-- Whoever writes a case or its activity makes its standing stale; nobody has to think of it.
CREATE TRIGGER `case_added_is_stale` AFTER INSERT ON `cases` BEGIN
  INSERT OR IGNORE INTO stale_cases(seq) VALUES (new.seq);
END;
--> statement-breakpoint
CREATE TRIGGER `case_changed_is_stale` AFTER UPDATE OF status, team, problem, tags, scrubbed_text ON `cases` BEGIN
  INSERT OR IGNORE INTO stale_cases(seq) VALUES (new.seq);
END;
--> statement-breakpoint
CREATE TRIGGER `case_acted_on_is_stale` AFTER INSERT ON `activity` WHEN new.case_id IS NOT NULL BEGIN
  INSERT OR IGNORE INTO stale_cases(seq) SELECT seq FROM cases WHERE id = new.case_id;
END;
--> statement-breakpoint
CREATE TRIGGER `case_undone_is_stale` AFTER UPDATE OF undone_at ON `activity` WHEN new.case_id IS NOT NULL BEGIN
  INSERT OR IGNORE INTO stale_cases(seq) SELECT seq FROM cases WHERE id = new.case_id;
END;
--> statement-breakpoint
INSERT INTO stale_cases(seq) SELECT seq FROM cases;
--> statement-breakpoint
-- Tags are searched too.
DROP TRIGGER `case_search_insert`;
--> statement-breakpoint
DROP TRIGGER `case_search_update`;
--> statement-breakpoint
DROP TABLE `case_search`;
--> statement-breakpoint
CREATE VIRTUAL TABLE `case_search` USING fts5(
  scrubbed_title, scrubbed_text, reference, tags,
  content='cases', content_rowid='seq', tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);
--> statement-breakpoint
INSERT INTO case_search(case_search) VALUES ('rebuild');
--> statement-breakpoint
CREATE TRIGGER `case_search_insert` AFTER INSERT ON `cases` BEGIN
  INSERT INTO case_search(rowid, scrubbed_title, scrubbed_text, reference, tags)
  VALUES (new.seq, new.scrubbed_title, new.scrubbed_text, new.reference, new.tags);
END;
--> statement-breakpoint
CREATE TRIGGER `case_search_update` AFTER UPDATE OF scrubbed_title, scrubbed_text, reference, tags ON `cases` BEGIN
  INSERT INTO case_search(case_search, rowid, scrubbed_title, scrubbed_text, reference, tags)
  VALUES ('delete', old.seq, old.scrubbed_title, old.scrubbed_text, old.reference, old.tags);
  INSERT INTO case_search(rowid, scrubbed_title, scrubbed_text, reference, tags)
  VALUES (new.seq, new.scrubbed_title, new.scrubbed_text, new.reference, new.tags);
END;
