-- Full text over scrubbed words and references only; kept in step by triggers, so no writer can forget it.
CREATE VIRTUAL TABLE `case_search` USING fts5(
  scrubbed_title, scrubbed_text, reference,
  content='cases', content_rowid='seq', tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);
--> statement-breakpoint
CREATE TRIGGER `case_search_insert` AFTER INSERT ON `cases` BEGIN
  INSERT INTO case_search(rowid, scrubbed_title, scrubbed_text, reference)
  VALUES (new.seq, new.scrubbed_title, new.scrubbed_text, new.reference);
END;
--> statement-breakpoint
CREATE TRIGGER `case_search_update` AFTER UPDATE OF scrubbed_title, scrubbed_text, reference ON `cases` BEGIN
  INSERT INTO case_search(case_search, rowid, scrubbed_title, scrubbed_text, reference)
  VALUES ('delete', old.seq, old.scrubbed_title, old.scrubbed_text, old.reference);
  INSERT INTO case_search(rowid, scrubbed_title, scrubbed_text, reference)
  VALUES (new.seq, new.scrubbed_title, new.scrubbed_text, new.reference);
END;
--> statement-breakpoint
CREATE TRIGGER `activity_is_append_only` BEFORE DELETE ON `activity` BEGIN
  SELECT RAISE(ABORT, 'activity is append-only');
END;
